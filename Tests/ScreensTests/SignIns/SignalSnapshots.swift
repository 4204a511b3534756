import TerminalUI
import Testing

/// What signals look like: beside their rows, folded, and in full.
@MainActor
@Suite(.timeLimit(.minutes(10)))
struct SignalSnapshots {
  private func start(_ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode) async -> Session {
    await Session.inTenant(columns, rows, glyphs: glyphs) { server in
      server.signIns = Samples.troubled
      // Nobody else has risky ones.
      server.risky = Samples.riskyByTenant.mapValues { _ in [] }
    }
  }

  @Test func `A quiet signal is dimmed beside its row, with its reason; others say how severe they are`() async throws {
    let session = await start(120, 40)
    try expectSnapshot(.tenantSignals, of: session)
    session.type("/is:quiet")
    session.press(.enter)
    await session.until("the row with the quiet signal") { session.selected == 0 && session.text.contains("1 of 1") }
    session.press(.enter)
    await session.evidence()
    try expectSnapshot(.detailsQuiet, of: session)
  }

  @Test func `A folded row says for how many it stands`() async throws {
    let session = await start(120, 40)
    session.type("f")
    try expectSnapshot(.tenantFolded, of: session)
    #expect(session.text.contains("×26"))
    let ascii = await start(80, 24, glyphs: .ascii)
    ascii.type("f")
    try expectSnapshot(.tenantFoldedASCII, of: ascii)
  }

  @Test func `The details tell the strongest signal in full, beside the list where there is room`() async throws {
    let session = await start(200, 50)
    session.type("!")
    session.press(.enter)
    await session.evidence()
    try expectSnapshot(.detailsSignals, of: session)
    let ascii = await start(80, 24, glyphs: .ascii)
    ascii.type("!")
    ascii.press(.enter)
    await ascii.evidence()
    ascii.press(.pageDown)
    try expectSnapshot(.detailsSignalsASCII, of: ascii)
  }
}
