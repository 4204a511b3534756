import Elements

extension FilterContext {
  /// The moment that `24h`, `2026-11-01` or an ISO 8601 date-time means; nil where it means none.
  ///
  /// A span that reaches back before the calendar ends at its first moment.
  func time(_ text: String) -> Timestamp? {
    back(text) ?? date(text)
  }

  /// Digits and a unit: minutes, hours, days of 24 hours, weeks.
  private func back(_ text: String) -> Timestamp? {
    guard let seconds = folded(text).last.flatMap(FilterContext.seconds(of:)),
      let count = Int64(text.dropLast()), text.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D })
    else { return nil }
    let (span, overflow) = count.multipliedReportingOverflow(by: seconds * Timestamp.ticksPerSecond)
    return Timestamp(ticks: overflow ? 0 : max(0, now.ticks - span))
  }

  private static func seconds(of unit: Character) -> Int64? {
    switch unit {
    case "m": 60
    case "h": 3_600
    case "d": 86_400
    case "w": 7 * 86_400
    default: nil
    }
  }

  private func date(_ text: String) -> Timestamp? {
    let isDate = text.utf8.count == 10
    guard let time = Timestamp(iso8601: isDate ? text + "T00:00" : text) else { return nil }
    let hasOffset = text.utf8.dropFirst(10).contains { "Zz+-".utf8.contains($0) }
    if hasOffset { return time }
    return Timestamp(ticks: time.ticks - secondsEast(time.unixSeconds) * Timestamp.ticksPerSecond)
  }
}
