import Elements
import SignInStore
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct TenantPreferencesTests {
  let api = FakeElements()
  let changes = Changes()

  private func open(_ preferences: TenantPreferences) async -> TenantsModel {
    let model = TenantsModel(context: PlaceContext(api.client, changes: changes), preferences: preferences)
    model.appear()
    model.resize(height: 5)
    await changes.until { !model.coverage.isLoading }
    return model
  }

  @Test func `Favourites have a star by name or id, and no place of their own`() async {
    api.change { $0.customers = (0..<5).map { Customer.numbered($0) } }
    let model = await open(TenantPreferences(favourites: ["TENANT3-0", "t1-0", "unknown"]))
    #expect(model.rows.map(\.customer.id) == ["c0", "c1", "c2", "c3", "c4"])
    #expect(model.rows.map(model.isStarred) == [false, true, false, true, false])
  }

  @Test func `A star is kept and taken away, but for one of the profile's`() async {
    api.change { $0.customers = (0..<3).map { Customer.numbered($0) } }
    let kept = KeptStars()
    let stars = StarShelf(starred: ["t2-0"]) { ids in
      kept.ids = ids
      return kept.cause
    }
    let model = await open(TenantPreferences(favourites: ["t0-0"], stars: stars))
    let messages = MessageLog(now: { .testNow }, onChange: {})
    #expect(model.rows.map(model.isStarred) == [true, false, true])
    model.toggleStar(of: .numbered(1), telling: messages)
    #expect(model.isStarred(model.rows[1]) && kept.ids == ["t1-0", "t2-0"])
    model.toggleStar(of: .numbered(1), telling: messages)
    #expect(!model.isStarred(model.rows[1]) && kept.ids == ["t2-0"])
    model.toggleStar(of: .numbered(0), telling: messages)
    #expect(model.isStarred(model.rows[0]) && kept.ids == ["t2-0"])
    #expect(messages.current?.words.contains("profile's favourites") == true)
    kept.cause = "no space left"
    model.toggleStar(of: .numbered(1), telling: messages)
    #expect(model.isStarred(model.rows[1]) && messages.current?.words.contains("no space left") == true)
  }

  @Test func `Tenants have the alias and groups of their settings, and hidden ones are in no list`() async {
    api.change { $0.customers = (0..<4).map { Customer.numbered($0) } }
    let model = await open(
      TenantPreferences(settings: [
        ("t1-0", TenantSettings(alias: "Harbour", groups: ["gold", "night watch"])),
        ("TENANT2-0", TenantSettings(isHidden: true)), ("t3-0", TenantSettings(groups: ["silver"])),
      ]))
    #expect(model.rows.map(\.customer.id) == ["c0", "c1", "c3"])
    #expect(model.hiddenCount == 1 && model.tenantCount == 3)
    model.setFilter("harbour", isTyping: false)
    #expect(model.rows.map(\.customer.id) == ["c1"])
    model.setFilter("group:Gold,silver", isTyping: false)
    #expect(model.rows.map(\.customer.id) == ["c1", "c3"])
    model.setFilter("-group:gold", isTyping: false)
    #expect(model.rows.map(\.customer.id) == ["c0", "c3"])
    await changes.until { model.totals.answered == 3 }
    #expect(!api.log.contains(.signIns(.numbered(2), .risky, page: 1)), "nothing is read of a hidden tenant")
  }

  @Test(arguments: [(403, ["c7"], nil), (503, [], 503), (401, [], 401)] as [(Int, [String], Int?)])
  func `Listed customers stand in only where the server will not list any`(
    status: Int, ids: [String], failing: Int?
  ) async {
    api.change { state in
      state.failing = [.customers(page: 1)]
      state.status = status
    }
    let model = await open(TenantPreferences(listed: [.numbered(7)]))
    #expect(model.rows.map(\.customer.id) == ids)
    #expect(model.coverage.error.flatMap(\.status) == failing)
    #expect(model.coverage.refusal.flatMap(\.status) == (failing == nil ? status : nil))
  }

  @Test func `Once the server lists its customers, the listed ones are gone`() async {
    api.change { state in
      state.customers = [.numbered(0)]
      state.failing = [.customers(page: 1)]
      state.status = 403
    }
    let model = await open(TenantPreferences(listed: [.numbered(7)]))
    api.change { $0.failing = [] }
    model.refresh()
    await changes.until { model.rows.map(\.customer.id) == ["c0"] }
    #expect(model.coverage.refusal == nil)
  }

  @Test func `A command reads the listed customers in the same case, and says so`() async throws {
    api.change { state in
      state.failing = [.customers(page: 1)]
      state.status = 403
    }
    var reader = CustomerReader(client: api.client, listed: [.numbered(7)])
    #expect(try await reader.next()?.map(\.id) == ["c7"])
    #expect(try await reader.next() == nil)
    #expect(reader.refusal?.status == 403 && reader.missing == 0)
  }

  @Test func `A tenant stands out from the threshold on, its own or that of all`() async {
    api.change { $0.customers = [.numbered(0), .numbered(1)] }
    let settings = [(tenant: "t1-0", TenantSettings(riskyActions: 3))]
    let model = await open(TenantPreferences(settings: settings, riskyActions: 10))
    let row = model.rows[0]
    #expect(!model.hasManyActions(row, ActionCounts(risky: 9, normal: 100)))
    #expect(model.hasManyActions(row, ActionCounts(risky: 10, normal: nil)))
    #expect(!model.hasManyActions(row, ActionCounts(risky: nil, normal: 100)))
    #expect(model.hasManyActions(model.rows[1], ActionCounts(risky: 3, normal: 100)))
  }
}

@MainActor
private final class KeptStars {
  var ids: Set<String> = []
  var cause: String?
}

extension ElementsError {
  fileprivate var status: Int? {
    if case .refused(let refusal) = reason { refusal.status } else { nil }
  }
}
