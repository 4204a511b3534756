/// Puts distinct values in order.
struct Ranking {
  let isDescending: Bool

  /// For each of the numbers how many different values are before its own.
  ///
  /// Values are compared part by part; a part that is missing is after all others in either direction.
  func ranks<Part: Comparable>(of numbers: [UInt32], value: (UInt32) -> [Part?]) -> [UInt32] {
    let values = numbers.map(value)
    let order = values.indices.sorted { compare(values[$0], values[$1]) == .before }
    var ranks = Array(repeating: 0 as UInt32, count: values.count)
    var rank: UInt32 = 0
    for (place, number) in order.enumerated() {
      if place > 0, compare(values[order[place - 1]], values[number]) == .before { rank += 1 }
      ranks[number] = rank
    }
    return ranks
  }

  enum Comparison {
    case before
    case same
    case after
  }

  func compare<Part: Comparable>(_ left: [Part?], _ right: [Part?]) -> Comparison {
    for (left, right) in zip(left, right) {
      let comparison = compare(left, right)
      if comparison != .same { return comparison }
    }
    return .same
  }

  private func compare<Part: Comparable>(_ left: Part?, _ right: Part?) -> Comparison {
    guard let left else { return right == nil ? .same : .after }
    guard let right else { return .before }
    if left == right { return .same }
    return (left < right) != isDescending ? .before : .after
  }
}
