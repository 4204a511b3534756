import Elements
import Testing

@testable import ViewModels

/// What a server may claim about its pages, to the list on the screen and to a command alike.
@MainActor
@Suite(.timeLimit(.minutes(2))) struct HostilePageTests {
  let changes = Changes()

  private func pager(_ client: ElementsClient) -> SignInPager {
    let pager = SignInPager { request, priority throws(ElementsError) in
      try await client.signIns(.numbered(0), request, .all, priority)
    }
    pager.onChange = { [changes] _ in changes.happened() }
    return pager
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
    let pager = pager(client(size: size))
    pager.show(PagingWindow(visible: 0..<250, ahead: 250..<250))
    await changes.until { !pager.isBusy }
    #expect((0..<250).allSatisfy { pager.signIn(at: $0)?.id == "s\(249 - $0)" })
    var reader = SignInReader(of: .numbered(0), client: client(size: size))
    #expect(try await reader.rest() == (0..<250).reversed().map { "s\($0)" })
    #expect(reader.coverage.isProven)
  }

  @Test(arguments: [.max, .min, -1, 1 << 50])
  func `A total that no list has counts the same on the screen and in a command`(total: Int) async throws {
    let pager = pager(client(total: total))
    pager.show(PagingWindow(visible: 0..<10, ahead: 10..<10))
    await changes.until { !pager.isBusy }
    var reader = SignInReader(of: .numbered(0), client: client(total: total), limit: 10)
    _ = try await reader.next()
    let counted = try #require(reader.coverage.total)
    #expect(pager.state.headTotal == counted && (0...4_000_000_000).contains(counted))
  }
}
