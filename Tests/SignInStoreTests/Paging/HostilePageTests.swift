import Elements
import Testing

@testable import ElementsFakes
@testable import SignInStore

/// What a server may claim about its pages, to the list on the screen and to a command alike.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct HostilePageTests {
  let changes = Changes()

  private func store(_ client: ElementsClient) -> TenantStore {
    let store = Fleet(client: client, now: { .testNow }).open(.numbered(0))
    store.list(.all).changes.add(changes) { [changes] _ in changes.happened() }
    return store
  }

  /// 250 sign-ins, with something else in place of what is true about them.
  private func client(size: Int? = nil, total: Int? = nil) -> ElementsClient {
    let api = FakeElements()
    api.change { $0.signIns[.numbered(0)] = SignIn.list(250) }
    let honest = api.client
    var client = honest
    client.signIns = { tenant, request, scope, priority throws(ElementsError) in
      let page = try await honest.signIns(tenant, request, scope, priority)
      return Page(
        items: page.items, index: page.index, size: size ?? page.size, totalCount: total ?? page.totalCount)
    }
    return client
  }

  @Test(arguments: [101, 5_000, .max])
  func `A page size above what was asked for hides no rows`(size: Int) async throws {
    let store = store(client(size: size))
    let list = store.list(.all)
    list.show(PagingWindow(visible: 0..<250, ahead: 250..<250), for: changes)
    await changes.until { list.isIdle }
    #expect(
      (0..<250).allSatisfy { place in list.row(at: place).flatMap { list.signIn(of: $0)?.id } == "s\(249 - place)" })
    var reader = SignInReader(of: .numbered(0), client: client(size: size))
    #expect(try await reader.rest() == (0..<250).reversed().map { "s\($0)" })
    #expect(reader.coverage.isProven)
  }

  @Test(arguments: [.max, .min, -1, 1 << 50])
  func `A total that no list has counts the same on the screen and in a command`(total: Int) async throws {
    let store = store(client(total: total))
    let list = store.list(.all)
    list.show(PagingWindow(visible: 0..<10, ahead: 10..<10), for: changes)
    await changes.until { list.isIdle }
    var reader = SignInReader(of: .numbered(0), client: client(total: total), limit: 10)
    _ = try await reader.next()
    let counted = try #require(reader.coverage.total)
    #expect(list.state.headTotal == counted && (0...4_000_000_000).contains(counted))
  }
}
