import Elements
import ElementsSandbox
import Testing

struct DetailsTests {
  @Test func `Enter shows all fields of a sign-in, j those of the next, Esc the list`() async throws {
    try await withSandbox { sandbox in
      let signIns = try sandbox.contoso.signIns(.all, at: 0..<2, of: 3_000).map(\.signIn)
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        let list = try await terminal.waitFor("the list and the gauge") {
          $0.times.count == 35 && $0.contains("actions risky")
        }
        try await terminal.press("Enter")
        try await expectFields(of: signIns[0], on: terminal)
        try await terminal.press("j")
        try await expectFields(of: signIns[1], on: terminal)
        try await terminal.press("k")
        try await expectFields(of: signIns[0], on: terminal)
        try await terminal.press("Escape")
        try await terminal.waitFor("the list as before") { $0.times == list.times && !$0.contains("─ Sign-in") }
      }
    }
  }

  private func expectFields(of signIn: SignIn, on terminal: Terminal) async throws {
    let fields = [
      signIn.loginTime?.iso8601, signIn.userDisplayName, signIn.userPrincipalName, signIn.userID, signIn.ip,
      signIn.country, signIn.city, signIn.isRisk == true ? "risky" : "normal",
    ]
    try await terminal.waitFor("all fields of \(signIn)") { screen in
      screen.contains(signIn.id) && fields.compactMap { $0 }.allSatisfy { screen.contains($0) }
    }
  }

  @Test func `Hostile names show up as inert text`() async throws {
    try await withSandbox(.onWednesday(signIns: 1_000)) { sandbox in
      let everybody = try sandbox.contoso.signIns(.all, at: 0..<1_000, of: 1_000).map(\.signIn)
      let places = ["Mallory", "Copy", "eilA"].compactMap { name in
        everybody.firstIndex { $0.userDisplayName?.contains(name) == true }
      }
      #expect(places.count >= 2, "the data hold attacks")
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        let title = try await terminal.waitFor("1,000 read").title
        for place in places {
          try await terminal.press("g")
          try await terminal.press("j", times: place)
          try await terminal.press("Enter")
          let screen = try await terminal.waitFor("the details") { $0.contains(everybody[place].id) }
          #expect(screen.title == title)
          #expect(screen.header.contains("risktop"), "nothing cleared the screen")
          try await terminal.press("Escape")
          try await terminal.waitFor("the list") { !$0.contains(everybody[place].id) }
        }
        let last = try await terminal.waitForWritten("all attacks") { $0.contains("Mallory") }
        expectInert(last)
      }
    }
  }

  private func expectInert(_ written: String) {
    #expect(!written.contains("\u{1B}]"), "an operating system command: title or clipboard")
    #expect(!written.unicodeScalars.contains { (0x80...0x9F).contains($0.value) }, "a C1 control")
    let directions: Set<Unicode.Scalar> = ["\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}"]
    #expect(!written.unicodeScalars.contains(where: directions.contains))
  }
}
