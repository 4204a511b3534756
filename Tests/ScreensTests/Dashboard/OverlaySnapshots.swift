import Testing

@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct OverlaySnapshots {
  @Test(
    "Details show every field of a sign-in, long ones broken at their words",
    arguments: [
      (SnapshotName.details80, 80, 24), (.details120, 120, 40), (.detailsSmall, 40, 8),
    ])
  func details(name: SnapshotName, columns: Int, rows: Int) async throws {
    let session = await Session.inTenant(columns, rows)
    session.press(.enter)
    await session.evidence()
    try expectSnapshot(name, of: session)
  }

  @Test("Details say of each missing field that it was not given")
  func missing() async throws {
    let session = await Session.inTenant()
    session.type("jjjjjj")
    session.press(.enter)
    await session.evidence()
    try expectSnapshot(.detailsMissing, of: session)
  }

  @Test("Details of a row that is not loaded yet say so")
  func notLoaded() async throws {
    let session = await Session.inTenant { $0.hold(.signIns(.all, page: 3)) }
    session.press(.enter)
    session.type("G")
    try expectSnapshot(.detailsNotLoaded, of: session)
  }

  @Test("Local times come with the zone and the time in UTC")
  func localTime() async throws {
    let session = await Session.inTenant()
    session.press(.character("z"), .enter)
    await session.evidence()
    try expectSnapshot(.detailsLocalTime, of: session)
  }

  @Test("Help shows the keys of the screen below it")
  func help() async throws {
    let picker = await Session.onTenants(120, 40)
    picker.type("?")
    try expectSnapshot(.helpTenants, of: picker)
    let tenant = await Session.inTenant()
    tenant.type("?")
    try expectSnapshot(.helpTenant, of: tenant)
    let ascii = await Session.inTenant(glyphs: .ascii)
    ascii.type("?")
    try expectSnapshot(.helpTenantASCII, of: ascii)
    let small = await Session.inTenant(40, 8)
    small.type("?")
    try expectSnapshot(.helpSmall, of: small)
  }

  @Test("Messages are kept after they have left their line")
  func messages() async throws {
    let session = await Session.onTenants()
    session.type("M")
    try expectSnapshot(.messagesEmpty, of: session)
    session.press(.escape)
    session.type("G")
    session.press(.enter)
    session.type("gk")
    session.press(.enter)
    session.type("[aM")
    try expectSnapshot(.messages, of: session)
  }
}

extension Session {
  /// Waits until the details tell all evidence of what was read.
  func evidence() async {
    await until("the evidence") {
      if case .signIn(let details) = model.navigator.top { details.isSettled && details.evidence != nil } else { false }
    }
  }
}
