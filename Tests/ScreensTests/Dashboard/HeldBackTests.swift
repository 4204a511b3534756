import Testing

@MainActor
@Suite(.timeLimit(.minutes(10))) struct HeldBackTests {
  /// With a message on the line, and calls that are held back until 21:59:12.
  private func session(columns: Int) async -> Session {
    let session = Session(columns, heldBackUntil: Samples.time(0))
    await session.shows("Fabrikam")
    session.type("jjjj")
    session.press(.enter)
    return session
  }

  @Test func `A message and the pause that the server asks for stand side by side`() async {
    let session = await session(columns: 80)
    #expect(session.status.contains("waiting until 21:59:12   Fabrikam, Inc. has no tenants"))
  }

  @Test func `Where there is no room for both the pause wins`() async {
    let session = await session(columns: 40)
    #expect(session.status.contains("waiting until 21:59:12") && !session.status.contains("tenants"))
  }

  @Test(arguments: [34, 40, 50, 56])
  func `A narrow window shows the moment whole`(columns: Int) {
    let session = Session(columns, heldBackUntil: Samples.time(0))
    #expect(session.status.contains("21:59:12"))
  }

  @Test func `Once the message is gone the pause has all its words again`() async {
    let session = await session(columns: 80)
    session.type("k")
    #expect(session.status.contains("the server asks to wait: going on at 21:59:12"))
  }
}
