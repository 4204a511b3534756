import Elements
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct TenantSnapshots {
  @Test("A tenant opens at once, with the counts that the picker knew and its sign-ins on their way")
  func loading() async throws {
    let session = await Session.onTenants { $0.hold(.signIns(.all, page: 1)) }
    session.server.hold(.counts(tenant: "c-contoso/1"))
    session.press(.enter)
    try expectSnapshot(.tenantLoading, of: session)
  }

  @Test(
    "Sign-ins keep to their columns, whatever their fields hold or lack",
    arguments: [
      (SnapshotName.tenant80, 80, 24), (.tenant120, 120, 40), (.tenant200, 200, 50), (.tenantMedium, 60, 12),
      (.tenantSmall, 40, 8),
    ])
  func loaded(name: SnapshotName, columns: Int, rows: Int) async throws {
    try expectSnapshot(name, of: await .inTenant(columns, rows))
  }

  @Test("In ASCII everything is ASCII")
  func ascii() async throws {
    let session = await Session.inTenant(120, 24, glyphs: .ascii)
    try expectSnapshot(.tenantASCII, of: session)
    #expect(session.text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
  }

  @Test("Only risky sign-ins are a list of their own with figures of its own")
  func riskyOnly() async throws {
    let session = await Session.inTenant(100, 24)
    session.type("R")
    await session.reads(0)
    try expectSnapshot(.tenantRiskyOnly, of: session)
  }

  @Test("Scrolled sideways, headings and rows move together and the mark stays")
  func sideways() async throws {
    let session = await Session.inTenant()
    session.press(.right, .right)
    try expectSnapshot(.tenantSideways, of: session)
  }

  @Test("Times can be local, and header and heading say so")
  func localTime() async throws {
    let session = await Session.inTenant()
    session.type("z")
    try expectSnapshot(.tenantLocalTime, of: session)
  }

  @Test("A tenant without sign-ins or actions says so, which is not the same as loading")
  func empty() async throws {
    let session = await Session.inTenant { server in
      server.signIns = []
      server.counts["c-contoso/1"] = ActionCounts(risky: 0, normal: 0)
    }
    try expectSnapshot(.tenantEmpty, of: session)
  }

  @Test("A refused tenant says why and what to do, in whole sentences")
  func failed() async throws {
    let session = await Session.inTenant { server in
      server.failures[.signIns(.all, page: 1)] = .forbidden
      server.failures[.counts(tenant: "c-contoso/1")] = .unavailable
    }
    await session.shows("service unavailable")
    try expectSnapshot(.tenantFailed, of: session)
  }

  @Test("Sign-ins that could not be read are counted, and the list is not called complete")
  func unreadable() async throws {
    let session = await Session.inTenant(100, 16) { server in
      server.signIns = Samples.signIns(14)
      server.unreadable = [1: 3]
    }
    try expectSnapshot(.tenantUnreadable, of: session)
    #expect(!session.text.contains(/all [0-9,]+ read/))
    session.type("M")
    #expect(session.text.contains("page 1: 3 rows could not be read"))
    #expect(session.text.contains("loginTime \"yesterday\""), "they are named")
  }

  @Test("A missing count is not shown as 0")
  func missingCount() async throws {
    let session = await Session.inTenant { server in
      server.signIns = Samples.signIns(3)
      server.counts["c-contoso/1"] = ActionCounts(risky: nil, normal: 20)
    }
    try expectSnapshot(.tenantMissingCount, of: session)
  }

  @Test("A tenant that was named by its id is called by it")
  func byID() async throws {
    let reference = TenantReference(
      customerID: "0f0e0d0c-1111-2222-3333-444455556666", tenantID: "a1b2c3d4-5555-6666-7777-888899990000")
    let session = Session(80, 14, opening: TenantIdentity(reference: reference)) { $0.signIns = Samples.signIns(5) }
    await session.reads(0)
    await session.shows("actions risky")
    try expectSnapshot(.tenantByID, of: session)
  }
}
