import Elements
import SignInStore
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(2))) struct TenantPreferencesTests {
  let api = FakeElements()
  let changes = Changes()

  private func open(_ preferences: TenantPreferences) async -> TenantsModel {
    let model = TenantsModel(context: PlaceContext(api.client, changes: changes), preferences: preferences)
    model.appear()
    model.resize(height: 5)
    await changes.until { !model.coverage.isLoading }
    return model
  }

  @Test func `Favourites stand first by name or id, the others in the server's order`() async {
    api.change { $0.customers = (0..<5).map { Customer.numbered($0) } }
    let model = await open(TenantPreferences(favourites: ["TENANT3-0", "t1-0", "unknown"]))
    #expect(model.rows.map(\.customer.id) == ["c1", "c3", "c0", "c2", "c4"])
    #expect(model.rows.map(\.isFavourite) == [true, true, false, false, false])
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

  @Test func `A tenant stands out from the threshold on`() async {
    let model = await open(TenantPreferences(riskyActions: 10))
    #expect(!model.standsOut(ActionCounts(risky: 9, normal: 100)))
    #expect(model.standsOut(ActionCounts(risky: 10, normal: nil)))
    #expect(!model.standsOut(ActionCounts(risky: nil, normal: 100)))
  }
}

extension ElementsError {
  fileprivate var status: Int? {
    if case .refused(let refusal) = reason { refusal.status } else { nil }
  }
}
