import TerminalUI
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct WhereElseTests {
  /// At the sign-ins of all tenants, with the newest page of each: six tenants that all have the same ones.
  private func session(_ columns: Int = 120, _ rows: Int = 40) async -> Session {
    let session = await Session.onTenants(columns, rows)
    session.type("2")
    await session.until("all tenants") { session.signIns?.coverage.isComplete == true }
    await session.judges()
    return session
  }

  @Test(
    "From a row one key leads to its address in all tenants",
    arguments: [
      (SnapshotName.whereElse120, 120, 40), (.whereElse80, 80, 24),
    ])
  func address(name: SnapshotName, columns: Int, rows: Int) async throws {
    let session = await session(columns, rows)
    session.type("w")
    await session.until("what was read") { session.found.map { !$0.isSearching } ?? false }
    await session.judges()
    #expect(session.found?.summary.tenants.count == 6)
    #expect(session.found?.tenants.first?.customerName == "Contoso Ltd")
    try expectSnapshot(name, of: session)
  }

  @Test("Looking back tells beforehand how many calls it takes at least, how far it is, and can be stopped")
  func lookingBack() async {
    let session = await session()
    session.type("w>")
    await session.shows("Look back in all 6 tenants")
    #expect(session.text.contains("24 h: at least 6 calls"))
    session.server.hold(.signIns(.all, page: 1))
    session.press(.enter)
    await session.shows("looking back 24 h: 6 of 12 lists")
    session.press(.escape)
    #expect(session.status.contains("stopped looking back 24 h: 6 of 12 lists, > goes on"))
    session.server.release(.signIns(.all, page: 1))
    session.type(">")
    session.press(.enter)
    await session.shows("24 h of 6 tenants are read")
  }

  @Test("Enter leads to the tenant at that sign-in, and back along the way")
  func toTenant() async {
    let session = await session()
    session.type("w")
    await session.until("what was read") { (session.signIns?.viewport.count ?? 0) > 3 }
    session.type("jjj")
    let signIn = session.signIns?.selected
    session.press(.enter)
    await session.until("the same sign-in") { session.model.tenant != nil && session.signIns?.selected == signIn }
    session.type("qq")
    #expect(session.model.navigator.ground.kind == .signIns && session.selected == 0)
  }

  @Test("Of an IPv6 address it or its network can be meant")
  func network() async {
    let session = await Session.inTenant(120, 40)
    session.type("jw")
    #expect(session.text.contains("its network (/64)"))
    session.press(.down, .enter)
    await session.shows("where else: 2001:db8:8d01:")
    #expect(session.text.contains("/64"))
  }

  @Test(
    "The addresses of all tenants stand by customers, and Enter shows one everywhere",
    arguments: [
      (SnapshotName.addresses120, 120, 40), (.addresses80, 80, 24),
    ])
  func addresses(name: SnapshotName, columns: Int, rows: Int) async throws {
    let session = await session(columns, rows)
    session.type("3")
    await session.until("the addresses") { session.addresses?.table.count == 3 }
    try expectSnapshot(name, of: session)
    let first = session.addresses?.selected?.ip
    session.press(.enter)
    #expect(session.found?.subjectText == first && first != nil)
    session.type("q")
    session.type("/ip:203.0.113.0/24")
    session.press(.enter)
    await session.until("those of the network") {
      session.addresses?.table.count == 1
    }
  }
}

extension Session {
  fileprivate var found: WhereElseModel? {
    if case .whereElse(let found) = model.navigator.ground { found } else { nil }
  }

  fileprivate var addresses: AddressesModel? {
    if case .addresses(let addresses) = model.navigator.ground { addresses } else { nil }
  }
}
