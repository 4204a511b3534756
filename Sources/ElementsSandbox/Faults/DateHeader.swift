import Elements

/// The form of a date in HTTP (RFC 9110, section 5.6.7).
enum DateHeader {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// As in `Sun, 06 Nov 1994 08:49:37 GMT`; `unixSeconds` not before 1970, which began on a Thursday.
  static func text(_ unixSeconds: Int64) -> String {
    let moment = max(0, unixSeconds)
    let date = CalendarTime(unixSeconds: moment)
    let clock = [date.hour, date.minute, date.second].map(twoDigits).joined(separator: ":")
    let day = days[Int(moment / 86_400 % 7)]
    return "\(day), \(twoDigits(date.day)) \(months[date.month - 1]) \(date.year) \(clock) GMT"
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}
