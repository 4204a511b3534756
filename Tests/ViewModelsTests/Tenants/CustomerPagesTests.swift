import Elements
import SignInStore
import Testing

@testable import ElementsFakes
@testable import ViewModels

/// Pages of customers that do not come as they should.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct CustomerPagesTests {
  let changes = Changes()

  private func open(_ client: ElementsClient, listed: [Customer] = []) async -> TenantsModel {
    let model = TenantsModel(
      context: PlaceContext(client, changes: changes), preferences: TenantPreferences(listed: listed))
    model.appear()
    model.resize(height: 5)
    await changes.until { !model.coverage.isLoading }
    return model
  }

  @Test func `A page size that no list has ends the reading like any other`() async {
    let model = await open(
      .givingCustomers { _, request in
        let isFirst = request.index == 1
        return .numbered(isFirst ? 0..<2 : 2..<4, request, size: isFirst ? 2 : 9_000_000_000_000_000_000, total: 4)
      })
    #expect(model.rows.count == 4 && model.coverage.loaded == 4)
  }

  @Test func `A page whose rows are all unreadable is not the last one`() async {
    let model = await open(
      .givingCustomers { _, request in
        let numbers = [1: 0..<100, 3: 100..<150][request.index] ?? 0..<0
        return .numbered(numbers, request, total: 250, unreadable: request.index == 2 ? 100 : 0)
      })
    #expect(model.rows.count == 150)
    #expect(model.coverage.unreadable == 100 && model.coverage.total == 250)
  }

  @Test func `A refusal of a later page leaves the customers before it, and lists no others`() async {
    let model = await open(
      .givingCustomers { _, request throws(ElementsError) in
        guard request.index == 1 else { throw .refused(403, request) }
        return .numbered(0..<100, request, total: 130)
      }, listed: [.numbered(777)])
    #expect(model.rows.map(\.customer.id) == (0..<100).map { "c\($0)" })
    #expect(model.coverage.error?.isForbidden == true && model.coverage.refusal == nil)
  }

  @Test func `A customer whom a shift has hidden is found`() async {
    let model = await open(
      .givingCustomers { call, request in
        let all = call == 1 ? Array(0..<130) : Array(1..<130)
        return .numbered(all.dropFirst((request.index - 1) * 100).prefix(100), request, total: all.count)
      })
    #expect(Set(model.rows.map(\.customer.id)) == Set((0..<130).map { "c\($0)" }) && model.rows.count == 130)
  }

  @Test func `Reading again for customers who never come moves nothing`() async {
    var seen: [(ids: [String], unreadable: Int)] = []
    let picker = Picker()
    let changes = changes
    let client = ElementsClient.givingCustomers { _, request in
      .numbered(request.index == 1 ? 0..<3 : 3..<5, request, size: 4, total: 8, unreadable: 1)
    }
    let place = PlaceContext(client, changes: changes) {
      if let model = picker.model { seen.append((model.rows.map(\.customer.id), model.coverage.unreadable)) }
    }
    let model = TenantsModel(context: place)
    picker.model = model
    model.appear()
    model.resize(height: 5)
    await changes.until { !model.coverage.isLoading }
    #expect(model.rows.map(\.customer.id) == ["c0", "c1", "c2", "c3", "c4"])
    for (earlier, later) in zip(seen, seen.dropFirst()) {
      #expect(later.ids.starts(with: earlier.ids) && later.unreadable >= earlier.unreadable)
    }
    #expect(model.coverage.unreadable == 2 && model.coverage.total == 8)
  }

  @Test func `Reading anew keeps what is known in its place until it is read, and what is gone no longer`() async {
    let model = await open(
      .givingCustomers { call, request in
        .numbered(call == 1 ? [0, 1, 2] : [2, 0], request, total: call == 1 ? 3 : 2)
      })
    model.refresh()
    #expect(model.rows.map(\.customer.id) == ["c0", "c1", "c2"] && model.coverage.isLoading)
    await changes.until { model.isSettled }
    #expect(model.rows.map(\.customer.id) == ["c2", "c0"])
  }
}

@MainActor
private final class Picker {
  weak var model: TenantsModel?
}

extension ElementsError {
  fileprivate static func refused(_ status: Int, _ request: PageRequest) -> ElementsError {
    ElementsError(
      call: .customers(page: request.index), reason: .refused(Refusal(status: status, message: nil, requestID: nil)))
  }
}
