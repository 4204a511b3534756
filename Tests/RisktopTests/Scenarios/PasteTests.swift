import Testing

struct PasteTests {
  @Test func `A paste goes into the prompt as one line, and is ignored elsewhere`() async throws {
    try await withTerminal { terminal in
      try await terminal.waitFor("Contoso Ltd")
      try await terminal.paste("q\nq\n")
      try await terminal.press("/")
      try await terminal.paste("contoso\nltd")
      try await terminal.waitFor("one tenant, and the paste in the prompt") { screen in
        screen.status.contains("/contoso ltd") && screen.contains("contoso   ")
          && !screen.contains("Meridian")
      }
    }
  }
}
