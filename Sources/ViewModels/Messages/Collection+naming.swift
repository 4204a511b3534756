extension Collection {
  /// The first three by their names, and how many more there are: `row 3; row 17; row 18; and 2 more`.
  /// - Parameter count: how many there are, where not all of them are at hand.
  public func namingFirst(of count: Int? = nil, _ name: (Element) -> String) -> String {
    let named = prefix(3).map(name)
    let others = (count ?? self.count) - named.count
    return (named + (others > 0 ? ["and \(others.grouped) more"] : [])).joined(separator: "; ")
  }
}
