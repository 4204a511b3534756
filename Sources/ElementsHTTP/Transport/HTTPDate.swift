import Elements

/// Reads dates of HTTP headers.
enum HTTPDate {
  /// `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers may still write (RFC 9110, section 5.6.7). Nil for any
  /// other.
  static func unixSeconds(_ text: String) -> Int64? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
      let month = months.firstIndex(of: words[2].lowercased())
    else { return nil }
    let clock = words[4].split(separator: ":").map { Int($0) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2] else { return nil }
    return CalendarTime.unixSeconds(
      year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
