#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the header `Retry-After`.
enum RetryAfter {
  /// `text` is a number of seconds or an HTTP date (RFC 9110, section 10.2.3). Nil for what is neither, or asks for no
  /// wait.
  static func delay(_ text: String, unixSeconds now: Int64) -> Duration? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return nil }
    let seconds: Int64?
    if words.count == 1 {
      seconds = wholeSeconds(first)
    } else {
      seconds = HTTPDate.unixSeconds(text).map { $0 - now }
    }
    guard let seconds, seconds > 0 else { return nil }
    return .seconds(min(seconds, 86_400))
  }

  /// Whole seconds, rounded up where a server sends a fraction. Decimal digits alone: `0x10` and `1e3` are none.
  private static func wholeSeconds(_ text: Substring) -> Int64? {
    let digits = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
    }
    guard digits, let number = Double(text), number.isFinite else { return nil }
    return Int64(min(number, 86_400).rounded(.up))
  }
}
