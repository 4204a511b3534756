import Testing

@testable import ElementsHTTP

@Suite struct RetryAfterTests {
  /// Sun, 06 Nov 1994 08:49:37 GMT.
  private let now: Int64 = 784_111_777

  @Test(arguments: [("12", 12), (" 3 ", 3), ("1.2", 2), ("999999999999", 86_400)])
  func secondsAreRead(text: String, seconds: Int) {
    #expect(RetryAfter.delay(text, unixSeconds: now) == .seconds(seconds))
  }

  @Test func anHTTPDateIsReadAgainstTheWallClock() {
    #expect(RetryAfter.delay("Sun, 06 Nov 1994 08:50:00 GMT", unixSeconds: now) == .seconds(23))
  }

  @Test(arguments: [
    "0", "-5", "-1e300", "soon", "", "nan", "inf", "0x10", "1e3", "+7", "1.2.3", ".", "\u{0661}\u{0662}",
    "Sun, 06 Nov 1994 08:49:00 GMT", "Sun, 31 Feb 1994 08:49:00 GMT",
  ])
  func whatAsksForNoWaitIsNone(text: String) {
    #expect(RetryAfter.delay(text, unixSeconds: now) == nil)
  }
}
