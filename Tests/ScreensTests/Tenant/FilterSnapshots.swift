import TerminalUI
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct FilterSnapshots {
  @Test("A filtered list says what was looked at, and underlines what was found")
  func filtered() async throws {
    let session = await Session.inTenant(120, 40)
    session.type("/risky:yes user:")
    session.type("o")
    session.press(.enter)
    await session.until("all pages read") { session.signIns?.narrowedCoverage?.isExhausted == true }
    try expectSnapshot(.tenantFiltered, of: session)
  }

  @Test("A term that can't be read is marked where it stands, with what was expected")
  func wrong() async throws {
    let session = await Session.inTenant()
    session.type("/risky:yes ip:300.1.1.1")
    try expectSnapshot(.tenantFilterWrong, of: session)
    session.press(.enter)
    #expect(session.model.prompt != nil)
    session.press(.escape)
    #expect(session.signIns?.filterText == "")
  }

  @Test("Tab puts in what could stand there and shows the alternatives")
  func completion() async throws {
    let session = await Session.inTenant(100, 24)
    session.type("/country:")
    session.press(.tab)
    try expectSnapshot(.tenantFilterCompleted, of: session)
  }

  @Test("The sorted column has an arrow, marked rows have a mark, and the sort says what it sorts")
  func sorted() async throws {
    let session = await Session.inTenant(100, 24)
    session.type("  s")
    session.press(.up, .up, .enter)
    try expectSnapshot(.tenantSortedAndMarked, of: session)
  }

  @Test("A filter that leaves nothing says in how much nothing was found")
  func nothing() async throws {
    let session = await Session.inTenant()
    session.type("/nobody-of-this-name")
    session.press(.enter)
    await session.until("all pages read") { session.signIns?.narrowedCoverage?.isExhausted == true }
    try expectSnapshot(.tenantNoMatch, of: session)
  }
}
