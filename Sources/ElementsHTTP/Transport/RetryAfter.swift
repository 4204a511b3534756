import Elements

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the header `Retry-After`.
enum RetryAfter {
  /// `text` is a number of seconds or an HTTP date (RFC 9110, section 10.2.3). Nil for what is neither, or asks for no wait.
  static func delay(_ text: String, unixSeconds now: Int64) -> Duration? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return nil }
    let seconds: Int64?
    if words.count == 1 {
      seconds = wholeSeconds(first)
    } else {
      seconds = date(words).map { $0 - now }
    }
    guard let seconds, seconds > 0 else { return nil }
    return .seconds(min(seconds, 86_400))
  }

  /// Whole seconds, rounded up where a server sends a fraction.
  private static func wholeSeconds(_ text: Substring) -> Int64? {
    guard let number = Double(text), number.isFinite else { return nil }
    return Int64(min(max(number, 0), 86_400).rounded(.up))
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers may still write (RFC 9110, section 5.6.7).
  private static func date(_ words: [Substring]) -> Int64? {
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
