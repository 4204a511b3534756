import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

/// What becomes of calls that nobody wants any more.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct WithdrawalTests {
  let queue = QueuedElements()
  let changes = Changes()
  let viewer = Changes()

  private func open(_ count: Int = 10_000) -> TenantStore {
    queue.api.change { $0.signIns[.numbered(1)] = SignIn.list(count) }
    let store = Fleet(client: queue.client, now: { .testNow }).open(.numbered(1))
    store.list(.all).changes.add(changes) { [changes] _ in changes.happened() }
    return store
  }

  private func window(_ top: Int) -> PagingWindow { PagingWindow(visible: top..<top + 10, ahead: top..<top) }

  /// Shows the head and answers its page.
  private func begin(_ list: PagedSignIns) async {
    list.show(window(0), for: viewer)
    await queue.wait(for: 1)
    await queue.send()
    queue.answer()
    await changes.until { list.coverage.isBegun }
  }

  @Test func `A call that waits leaves the queue with its viewer, and costs no request`() async {
    let list = open().list(.all)
    await begin(list)
    list.show(window(5_000), for: viewer)
    await queue.wait(for: 1)
    list.leave(viewer)
    #expect(queue.waiting.isEmpty && list.isIdle && queue.api.log.count == 1)
    list.show(window(5_000), for: viewer)
    await queue.wait(for: 1)
    #expect(queue.waiting == [.signIns(.numbered(1), .all, page: 51)])
  }

  @Test func `A call that was sent is answered after its viewer has left, and what came stays`() async {
    let list = open().list(.all)
    list.show(window(0), for: viewer)
    await queue.wait(for: 1)
    await queue.send()
    list.leave(viewer)
    queue.answer()
    await changes.until { list.coverage.loaded == 100 }
    #expect(list.coverage.headReadAt == .testNow)
    list.show(window(20), for: viewer)
    #expect(list.isIdle, "nothing is asked twice")
  }

  @Test func `What one viewer leaves goes on for another`() async {
    let list = open().list(.all)
    await begin(list)
    let other = Changes()
    list.show(window(5_000), for: viewer)
    list.show(window(5_000), for: other)
    await queue.wait(for: 1)
    list.leave(other)
    #expect(queue.waiting.count == 1)
  }

  @Test func `An answer from before a refresh is kept in the table and shown nowhere`() async {
    let store = open(1_000)
    let list = store.list(.all)
    await begin(list)
    list.show(window(500), for: viewer)
    await queue.wait(for: 1)
    await queue.send()
    list.refresh()
    await queue.wait(for: 1)
    queue.answer()
    await changes.until { store.rowCount == 200 }
    #expect(list.coverage.loaded == 100 && queue.waiting == [.signIns(.numbered(1), .all, page: 1)])
  }

  @Test func `While one scrolls, calls for what has gone by leave the queue`() async {
    let list = open().list(.all)
    await begin(list)
    let tops = Array(stride(from: 1_000, through: 9_000, by: 1_000))
    for top in tops {
      list.show(window(top), for: viewer)
      // All that were asked for wait now, but for those that were taken back.
      let call = ElementsCall.signIns(.numbered(1), .all, page: top / 100 + 1)
      while !queue.waiting.contains(call) { await Task.yield() }
    }
    let latest = tops.suffix(PagingState.mostInFlight).map { $0 / 100 + 1 }
    #expect(Set(queue.waiting) == Set(latest.map { .signIns(.numbered(1), .all, page: $0) }))
    #expect(queue.waiting.count == latest.count && queue.api.log.count == 1)
  }

  @Test func `Counts that are waited for with a higher priority are asked for with it`() async {
    let counts = open().counts
    counts.changes.add(changes) { [changes] in changes.happened() }
    counts.read(.overview)
    await queue.wait(for: 1)
    counts.read(.onScreen)
    await queue.wait(for: 1)
    while queue.priorities != [.onScreen] { await Task.yield() }
    counts.withdraw(.overview)
    #expect(queue.waiting.count == 1, "the overview takes back what it asked for itself alone")
    await queue.send()
    counts.withdraw(.onScreen)
    queue.answer()
    await changes.until { counts.value != nil }
    #expect(counts.readAt == .testNow && queue.api.log == [.actionCounts(.numbered(1))])
  }
}
