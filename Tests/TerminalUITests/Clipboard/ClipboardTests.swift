import Testing

@testable import TerminalUI

@Suite struct ClipboardTests {
  private func sequence(_ text: String, by route: ClipboardRoute = .terminal) throws -> String {
    String(decoding: try ClipboardSequence(text, by: route).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `Base64 is that of RFC 4648, section 10`(text: String, encoded: String) {
    #expect(String(decoding: Base64.encoded(text.utf8), as: UTF8.self) == encoded)
  }

  @Test func `A terminal is sent one sequence`() throws {
    #expect(try sequence("Zoë\t1\n") == "\u{1B}]52;c;Wm/DqwkxCg==\u{7}")
  }

  @Test func `Nothing in a text can end the sequence`() throws {
    let hostile = "a\u{7}b\u{1B}\\c\u{9C}\u{1B}]52;c;!\u{7}"
    for route in [ClipboardRoute.terminal, .screen] {
      let bytes = try ClipboardSequence(hostile, by: route).bytes
      #expect(bytes.count { $0 == 0x7 } == 1)
      #expect(bytes.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `The longest text fits to the byte, and one more is refused with both figures`() throws {
    let longest = String(repeating: "x", count: (ClipboardSequence.longest - 8) / 4 * 3)
    let bytes = try ClipboardSequence(longest, by: .terminal).bytes
    #expect(bytes.count <= 74_994 && bytes.count > 74_990)
    #expect(throws: ClipboardOverflow(needed: bytes.count + 4)) { try ClipboardSequence(longest + "x", by: .screen) }
  }

  @Test func `screen has it in strings of at most 768 bytes, which make the same sequence`() throws {
    let text = String(repeating: "sign-in ", count: 1_000)
    let wrapped = try sequence(text, by: .screen)
    let chunks = wrapped.split(separator: "\u{1B}\\", omittingEmptySubsequences: true)
    #expect(chunks.count > 10)
    #expect(chunks.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count + 2 <= 768 })
    #expect(chunks.map { String($0.dropFirst(2)) }.joined() == (try sequence(text)))
  }

  @Test func `The user's own program comes first, then tmux, then screen`() {
    func route(_ command: [String], _ variables: [String: String]) -> ClipboardRoute {
      ClipboardRoute(command: command) { variables[$0] }
    }
    let both = ["TMUX": "/tmp/tmux-0/default,1,0", "STY": "1.pts-0"]
    #expect(route(["wl-copy", "-n"], both) == .command(["wl-copy", "-n"]))
    #expect(route([], both) == .tmux)
    #expect(route([], ["STY": "1.pts-0", "TMUX": ""]) == .screen)
    #expect(route([], [:]) == .terminal)
    #expect(ClipboardRoute.tmux.arguments == ["tmux", "load-buffer", "-w", "-"])
    #expect(ClipboardRoute.terminal.arguments == nil)
  }
}
