import TerminalUI
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct AllSignInsTests {
  /// At the sign-ins of all tenants, with the newest page of each.
  private func session(
    _ columns: Int = 120, _ rows: Int = 40, setting: (ScriptedElements) -> Void = { _ in }
  ) async -> Session {
    let session = await Session.onTenants(columns, rows, setting: setting)
    session.type("2")
    await session.until("all tenants") {
      session.reach.of > 0 && session.reach.answered == session.reach.of
    }
    await session.judges()
    return session
  }

  @Test(
    "The risky sign-ins of all tenants stand newest first, with their customers",
    arguments: [
      (SnapshotName.allSignIns120, 120, 40), (.allSignIns80, 80, 24),
    ])
  func risky(name: SnapshotName, columns: Int, rows: Int) async throws {
    let session = await session(columns, rows)
    let times = session.signIns?.viewport.visible.compactMap { place -> Timestamp? in
      if case .signIn(let signIn, _, _) = session.signIns?.row(at: place) { signIn.loginTime } else { nil }
    }
    #expect(times == times?.sorted(by: >) && times?.isEmpty == false)
    try expectSnapshot(name, of: session)
  }

  @Test("A tenant that can't be read is named, and the others are shown")
  func refused() async {
    let session = await session { $0.refusedTenants = ["c-zoe/1"] }
    #expect(session.text.contains("1 tenant missing or out of order: Zoë Ångström Architects AB: not granted (403)"))
    #expect((session.signIns?.viewport.count ?? 0) > 0)
  }

  @Test("From the details one goes to the sign-in in its tenant, and back along the way to the same row")
  func toTenant() async {
    let session = await session()
    session.type("jjjjj")
    let place = session.selected
    let signIn = session.signIns?.selected
    let tenant = session.signIns?.tenant(at: place)
    session.press(.enter, .enter)
    #expect(session.model.tenant?.identity == tenant && tenant != nil)
    await session.until("the same sign-in") { session.signIns?.selected?.id == signIn?.id }
    session.type("q")
    #expect(session.all != nil && session.selected == place)
  }

  @Test("Each root keeps its way; q leads from the others to the tenants")
  func roots() async {
    let session = await session()
    session.press(.enter)
    session.type("1")
    #expect(session.model.navigator.places.map(\.kind) == [.tenants])
    session.type("2")
    #expect(session.model.navigator.places.map(\.kind) == [.signIns, .signIn])
    session.type("2")
    #expect(session.model.navigator.places.map(\.kind) == [.signIns])
    session.type("q")
    #expect(session.model.navigator.root == .tenants && !session.model.isFinished)
    session.press(.tab)
    #expect(session.model.navigator.root == .signIns)
  }

  @Test("A filter of all tenants' sign-ins knows customers")
  func filtered() async {
    let session = await session()
    session.type("/customer:contoso")
    session.press(.enter)
    let names = session.signIns?.viewport.visible.map { session.signIns?.tenant(at: $0)?.customerName }
    #expect(names?.isEmpty == false && names?.allSatisfy { $0 == "Contoso Ltd" } == true)
  }
}

extension Session {
  /// The sign-ins of all tenants, where they fill the screen.
  fileprivate var all: SignInsModel? { if case .signIns(let all) = model.navigator.ground { all } else { nil } }

  fileprivate var reach: (answered: Int, of: Int) { all?.reach ?? (0, 0) }
}
