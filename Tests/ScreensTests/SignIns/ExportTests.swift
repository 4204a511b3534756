import Elements
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct ExportTests {
  /// Writes nowhere.
  private static let target = ExportTarget { _, _ throws(ExportFailure) in
    ExportSink(
      write: { _ throws(ExportFailure) in }, finish: { _ throws(ExportFailure) in "risktop-contoso.csv" }, discard: {})
  }

  /// In Contoso's tenant, with the second page of its sign-ins still on its way.
  private func session() async -> Session {
    let contoso = TenantIdentity(
      reference: TenantReference(customerID: "c-contoso", tenantID: "c-contoso/1"), customerName: "Contoso Ltd",
      tenantName: "contoso.onmicrosoft.com")
    let session = Session(80, 24, opening: contoso, exportTarget: Self.target) { $0.hold(.signIns(.all, page: 2)) }
    await session.reads(0)
    await session.shows("actions risky")
    return session
  }

  @Test func `What can be exported is a menu, and then the format`() async throws {
    let session = await session()
    session.type("e")
    try expectSnapshot(.tenantExportMenu, of: session)
    session.press(.down, .enter)
    #expect(session.text.contains("CSV, for spreadsheets") && session.model.overlay == .choice)
  }

  @Test func `How far an export has come stands in the status line until it is done`() async throws {
    let session = await session()
    session.type("e")
    session.press(.down, .enter, .enter)
    await session.shows("exporting: 100 of 250 rows")
    try expectSnapshot(.tenantExporting, of: session)
    session.server.release(.signIns(.all, page: 2))
    await session.shows("exported 250 to risktop-contoso.csv")
    session.type("j")
    #expect(!session.status.contains("export"))
  }
}
