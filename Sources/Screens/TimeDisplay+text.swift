import ViewModels

extension TimeDisplay {
  /// `11-20 21:59:12`, or `2026-11-20 21:59:12` with the year.
  func text(of time: Timestamp, withYear: Bool) -> String {
    let (fields, _) = fields(of: time)
    let date = "\(fields.month.twoDigits)-\(fields.day.twoDigits)"
    let clock = "\(fields.hour.twoDigits):\(fields.minute.twoDigits):\(fields.second.twoDigits)"
    return (withYear ? "\(fields.year)-" : "") + "\(date) \(clock)"
  }

  /// `11-20 21:59`.
  func dayAndClock(of time: Timestamp) -> String {
    String(text(of: time, withYear: false).dropLast(3))
  }

  /// What the list's heading calls the zone.
  var heading: String { isLocal ? "local" : "UTC" }
}

extension Int {
  var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
