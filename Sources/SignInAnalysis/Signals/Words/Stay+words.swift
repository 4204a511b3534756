import Elements

extension Stay {
  public static let touchedOnce = "touched once"

  /// `stayed 3 h 20 min (7)`, the number of sign-ins in parentheses; `touched once` for what is no stay.
  public var words: String {
    hasStayed ? "stayed \(SpanWords.words(ticks: length)) (\(count))" : Stay.touchedOnce
  }
}

/// How lengths of time are written in evidence.
public enum SpanWords {
  private static let units: [(seconds: Int64, name: String)] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]

  /// `40 s`, `2 min 30 s`, `3 h 20 min`, `9 d 4 h`: the two largest units, rounded down; without the second where that
  /// is 0. A length is at least 0.
  public static func words(ticks: Int64) -> String {
    let seconds = max(0, ticks) / Timestamp.ticksPerSecond
    guard let index = units.firstIndex(where: { seconds >= $0.seconds }) else { return "0 s" }
    let (whole, rest) = seconds.quotientAndRemainder(dividingBy: units[index].seconds)
    let first = "\(whole) \(units[index].name)"
    guard index + 1 < units.count, rest >= units[index + 1].seconds else { return first }
    return "\(first) \(rest / units[index + 1].seconds) \(units[index + 1].name)"
  }
}
