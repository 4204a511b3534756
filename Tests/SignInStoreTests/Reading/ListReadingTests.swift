import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

@MainActor
@Suite(.timeLimit(.minutes(10))) struct ListReadingTests {
  let api = FakeElements()
  let changes = Changes()
  let tenant = TenantReference.numbered(1)

  private func list(_ count: Int) -> PagedSignIns {
    api.change { $0.signIns[tenant] = SignIn.list(count) }
    let list = Fleet(client: api.client, now: { .testNow }).store(of: tenant).list(.all)
    list.changes.add(changes) { [changes] _ in changes.happened() }
    return list
  }

  /// The numbers of all sign-ins that are handed out.
  private func readAll(_ reading: ListReading, of list: PagedSignIns) async -> [Int] {
    var ids: [Int] = []
    while let rows = await reading.next(atMost: 64) {
      #expect(rows.count <= 64)
      ids += rows.compactMap { list.signIn(of: $0)?.id.dropFirst() }.compactMap { Int($0) }
    }
    return ids
  }

  @Test func `A list is read from its head to its end, and each row handed out once, in order`() async {
    let list = list(1_030)
    let reading = ListReading(list)
    #expect(await readAll(reading, of: list) == (0..<1_030).reversed())
    #expect(reading.isWhole && reading.count == 1_030 && api.log.count == 11)
  }

  @Test func `What was read before in other places costs no call again, and is proven`() async {
    let list = list(1_000)
    for place in [0, 500, 950] {
      list.show(PagingWindow(visible: place..<place + 10, ahead: 0..<0), for: self.changes)
      await changes.until { list.row(at: place) != nil }
    }
    let reading = ListReading(list)
    #expect(await readAll(reading, of: list) == (0..<1_000).reversed())
    #expect(reading.isWhole && reading.seams == 0)
  }

  @Test func `A page that can't be read ends the reading`() async {
    let list = list(1_000)
    api.change { $0.failing = [.signIns(tenant, .all, page: 4)] }
    let reading = ListReading(list)
    #expect(await readAll(reading, of: list) == (700..<1_000).reversed())
    #expect(!reading.isWhole && reading.error?.call == .signIns(tenant, .all, page: 4))
  }

  @Test func `A head that can't be read ends it too`() async {
    let list = list(1_000)
    api.change { $0.failing = [.signIns(tenant, .all, page: 1)] }
    let reading = ListReading(list)
    #expect(await readAll(reading, of: list) == [])
    #expect(!reading.isWhole && list.failure?.call == .signIns(tenant, .all, page: 1))
  }

  @Test func `A time that a list which is newest first has passed ends it`() async {
    let list = list(1_000)
    let reading = ListReading(list, since: SignIn.numbered(850).loginTime)
    #expect(await readAll(reading, of: list) == (800..<1_000).reversed())
    #expect(reading.isWhole && api.log.count == 2)
  }

  @Test func `Who stops takes back what waits`() async {
    let queue = QueuedElements()
    queue.api.change { $0.signIns[tenant] = SignIn.list(1_000) }
    let list = Fleet(client: queue.client, now: { .testNow }).store(of: tenant).list(.all)
    let reading = ListReading(list)
    let task = Task { await reading.next(atMost: 10) }
    await queue.wait(for: 1)
    #expect(queue.priorities == [.scan])
    task.cancel()
    #expect(await task.value == nil)
    reading.stop()
    #expect(queue.waiting.isEmpty)
  }
}
