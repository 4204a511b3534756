/// Puts distinct values in order.
struct Ranking {
  let isDescending: Bool

  /// For each number below `count` how many values are before its own; equal values have the same rank.
  ///
  /// Values are compared part by part; a part that is missing is after all others in either direction.
  func ranks<Part: Comparable>(of count: Int, value: (UInt32) -> [Part?]) -> [UInt32] {
    let values = (0..<UInt32(count)).map(value)
    let order = values.indices.sorted { compare(values[$0], values[$1]) == .before }
    var ranks = Array(repeating: 0 as UInt32, count: count)
    var rank: UInt32 = 0
    for (place, number) in order.enumerated() {
      if place > 0, compare(values[order[place - 1]], values[number]) == .before { rank += 1 }
      ranks[number] = rank
    }
    return ranks
  }

  private enum Comparison {
    case before
    case same
    case after
  }

  private func compare<Part: Comparable>(_ left: [Part?], _ right: [Part?]) -> Comparison {
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
