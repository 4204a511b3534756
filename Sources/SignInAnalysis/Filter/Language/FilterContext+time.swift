import Elements

extension FilterContext {
  /// The moment that `24h`, `today`, `2026-11-01` or an ISO 8601 date-time means; nil where it means none.
  ///
  /// A span that reaches back before the calendar ends at its first moment.
  func time(_ text: String) -> Timestamp? {
    folded(text) == "today" ? today : back(text) ?? date(text)
  }

  private var today: Timestamp? {
    let local = now.unixSeconds + zone.secondsEast(now.unixSeconds)
    let midnight = CalendarTime(unixSeconds: local).midnight
    return midnight.flatMap { Timestamp(unixSeconds: zone.unixSeconds(ofLocal: $0)) }
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
    let moment = Timestamp(unixSeconds: zone.unixSeconds(ofLocal: time.unixSeconds))
    return moment.flatMap { Timestamp(ticks: $0.ticks + time.subsecondTicks) }
  }
}

extension CalendarTime {
  /// When its day began on the same clock, in seconds since 1970-01-01T00:00:00.
  fileprivate var midnight: Int64? {
    CalendarTime.unixSeconds(year: year, month: month, day: day)
  }
}
