import TerminalUI
import Testing

@testable import CursesTerminal

@MainActor @Suite struct KeyDecoderTests {
  private let start = ContinuousClock.now
  private let pasteBegins = StrokeReader.Stroke.function(KeyDecoder.pasteBegins)
  private let pasteEnds = StrokeReader.Stroke.function(KeyDecoder.pasteEnds)

  private func typed(_ text: String) -> [StrokeReader.Stroke] {
    text.unicodeScalars.map(StrokeReader.Stroke.scalar)
  }

  private func keys(
    _ decoder: inout KeyDecoder, from strokes: [StrokeReader.Stroke], at seconds: Double
  ) -> [Key] {
    let moment = start + .seconds(seconds)
    return decoder.keys(from: strokes, since: moment, until: moment)
  }

  @Test("what the mouse did is a key, in however many pieces it comes, and a release is none")
  func mouse() {
    var decoder = KeyDecoder()
    let begins = StrokeReader.Stroke.function(KeyDecoder.mouse)
    #expect(keys(&decoder, from: [begins] + typed("0;12;3M"), at: 0) == [.click(Position(column: 11, row: 2))])
    #expect(keys(&decoder, from: [begins] + typed("0;12;3mj"), at: 0) == [.character("j")])
    #expect(keys(&decoder, from: [begins] + typed("6"), at: 0) == [])
    #expect(keys(&decoder, from: typed("5;1;1Mq"), at: 0) == [.wheelDown, .character("q")])
    #expect(keys(&decoder, from: [begins] + typed("0;99999999999999999999;x3Mj"), at: 0).last == .character("j"))
  }

  @Test("a paste that comes in pieces is one")
  func pieces() {
    var decoder = KeyDecoder()
    #expect(keys(&decoder, from: [pasteBegins] + typed("Bob "), at: 0) == [])
    #expect(keys(&decoder, from: typed("Ma"), at: 0.9) == [])
    #expect(keys(&decoder, from: typed("rk") + [pasteEnds], at: 1.8) == [.paste("Bob Mark")])
    #expect(keys(&decoder, from: typed("j"), at: 1.8) == [.character("j")])
  }

  @Test("a paste whose end was lost does not take the keys that come after a pause")
  func lostEnd() {
    var decoder = KeyDecoder()
    #expect(keys(&decoder, from: [pasteBegins] + typed("Bob"), at: 0) == [])
    #expect(keys(&decoder, from: typed("\u{0C}"), at: 1.1) == [.paste("Bob"), .control("l")])
    #expect(keys(&decoder, from: [pasteEnds] + typed("j"), at: 1.2) == [.character("j")])
  }

  @Test("while a busy program reads nothing, a paste goes on")
  func busyProgram() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [pasteBegins] + typed("a"), since: start, until: start) == [])
    let keys = decoder.keys(
      from: typed("b") + [pasteEnds], since: start + .milliseconds(10), until: start + .seconds(5))
    #expect(keys == [.paste("ab")])
  }

  @Test("the tail of a sequence that was torn from its Escape is no key, and what follows is")
  func tornSequence() {
    var decoder = KeyDecoder()
    #expect(keys(&decoder, from: typed("\u{1B}"), at: 0) == [.escape])
    #expect(keys(&decoder, from: typed("[1;5Cj"), at: 0.2) == [.character("j")])
    #expect(keys(&decoder, from: typed("\u{1B}"), at: 1) == [.escape])
    #expect(keys(&decoder, from: typed("["), at: 1.3) == [.character("[")])
  }

  @Test("a control key ends a torn sequence, and is not lost with it")
  func controlInTornSequence() {
    var decoder = KeyDecoder()
    #expect(keys(&decoder, from: typed("\u{1B}[1;\u{3}j"), at: 0) == [.escape, .control("c"), .character("j")])
  }

  @Test("of a long paste the beginning is kept, and the keys behind it come")
  func longPaste() {
    var decoder = KeyDecoder()
    #expect(keys(&decoder, from: [pasteBegins] + typed(String(repeating: "x", count: 200_000)), at: 0) == [])
    let expected: [Key] = [.paste(String(repeating: "x", count: 4_096)), .control("c")]
    #expect(keys(&decoder, from: typed("more") + [pasteEnds] + typed("\u{3}"), at: 0.1) == expected)
  }

  @Test("a sequence torn from its Escape may go on in the next part of what was read")
  func tornSequenceInParts() {
    var decoder = KeyDecoder()
    let first = decoder.keys(from: typed("\u{1B}[1"), since: start, until: start, hasMore: true)
    #expect(first == [.escape] && decoder.hasMore)
    #expect(keys(&decoder, from: typed(";5Cj"), at: 0) == [.character("j")])
    #expect(!decoder.hasMore)
  }
}
