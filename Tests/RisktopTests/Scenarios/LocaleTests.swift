import Testing

struct LocaleTests {
  /// A foreground or background colour among a sequence's numbers.
  private func hasColors(_ screen: String) -> Bool {
    screen.contains(/\u{1B}\[(?:[0-9;]*;)?(?:[34][0-8]|9[0-7]|10[0-7])[;m]/)
  }

  @Test func `A locale without UTF-8 gets nothing but ASCII`() async throws {
    try await withTerminal(.demo(environment: ["LANG": "C"])) { terminal in
      try await terminal.waitFor("a gauge in ASCII") { $0.contains("##") && $0.contains("--") }
      try await terminal.press("Enter")
      try await terminal.waitFor("rows") { $0.header.contains(" > ") && !$0.times.isEmpty }
      try await terminal.press("Enter")
      let screen = try await terminal.waitFor("a box in ASCII") { $0.contains("+- Sign-in -") }
      #expect(screen.rows.joined().utf8.allSatisfy { $0 < 0x80 }, "\(screen)")
      let written = try await terminal.waitForWritten("the fields") { $0.contains("Coordinates") }
      #expect(written.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `A UTF-8 locale that this machine lacks still gets its letters`() async throws {
    try await withTerminal(.demo(environment: ["LANG": "tlh_QO.UTF-8"])) { terminal in
      try await terminal.waitFor("a gauge of blocks") { $0.contains("█") && $0.contains("Søndergaard") }
    }
  }

  @Test(arguments: [true, false])
  func `Colours are there unless NO_COLOR says otherwise`(isColored: Bool) async throws {
    try await withTerminal(.demo(environment: ["NO_COLOR": isColored ? "" : "1"])) { terminal in
      try await terminal.waitFor("Contoso Ltd")
      try await terminal.press("Enter")
      try await terminal.waitFor("a risky sign-in") { $0.contains("▲") && $0.contains("actions risky") }
      let screen = try await terminal.coloredScreen()
      #expect(hasColors(screen) == isColored)
    }
  }

  @Test func `A terminal without colours shows the same words`() async throws {
    try await withTerminal(.demo(environment: ["TERM": "vt100"])) { terminal in
      try await terminal.waitFor("Contoso Ltd")
      try await terminal.press("Enter")
      try await terminal.waitFor("a risky sign-in") { $0.contains("▲") && $0.contains("actions risky") }
      #expect(try await !hasColors(terminal.coloredScreen()))
      try await terminal.press("C-c")
      try await terminal.waitFor("left with 0")
    }
  }
}
