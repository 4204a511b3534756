import Testing

@testable import Settings

struct HiddenLineTests {
  private func typed(_ keys: String) -> HiddenInput.Outcome? {
    var line = HiddenLine()
    for byte in keys.utf8 {
      if let outcome = line.take(byte) { return outcome }
    }
    return nil
  }

  @Test(
    arguments: [
      ("secret\r", "secret"), ("secret\n", "secret"), ("sé\u{7F}\u{7F}x\r", "x"), ("wrong\u{15}right\r", "right"),
      ("\u{7F}a\r", "a"), ("a\u{1B}b\u{4}\r", "ab"), ("\r", ""),
    ])
  func `Keys edit the line that nobody sees`(keys: String, text: String) {
    #expect(typed(keys) == .text(text))
  }

  @Test func `It is left with ^C, and with ^D where nothing was typed`() {
    #expect(typed("abc\u{3}") == .interrupted)
    #expect(typed("\u{4}") == .ended)
  }

  @Test func `It goes on until it is ended`() {
    #expect(typed("abc") == nil)
  }
}
