import Elements

/// Reads the lists of many tenants back to a time: the risky ones of all tenants first, then those of all sign-ins.
///
/// Nothing is asked before `start`. Lists that are read far enough already cost no call.
@MainActor
public final class FleetReading {
  /// How far a reading of one of the scopes has come.
  public struct Progress: Hashable, Sendable {
    public let scope: SignInScope
    /// Tenants whose lists are read as far as they are wanted, or can't be.
    public let read: Int
    public let tenants: Int
  }

  public let since: Timestamp
  /// Told when a list has been read further, and at the end.
  public let changes = Observers<Void>()
  public private(set) var isRunning = false
  private let scopes: [SignInScope]
  private let stores: [TenantStore]
  /// In the order in which they are read.
  private var lists: [(store: TenantStore, list: PagedSignIns)]
  private var next = 0
  private var active: Set<Int> = []
  private var finished: [SignInScope: Int] = [:]
  private var errors: [Int: ElementsError] = [:]

  /// Lists that are read side by side; more would only wait for one another.
  private static let mostActive = 8

  public init(_ stores: [TenantStore], backTo since: Timestamp, scopes: [SignInScope] = [.risky, .all]) {
    self.since = since
    self.scopes = scopes
    self.stores = stores
    lists = scopes.flatMap { scope in stores.map { ($0, $0.list(scope)) } }
  }

  /// At least so many calls are still needed: one for each list that is not read far enough.
  public var leastCalls: Int { lists.count { !isFarEnough($0.list) } }

  /// Of the scope that is being read.
  public var progress: Progress {
    let scope = scopes.first { finished[$0] ?? 0 < stores.count } ?? scopes.last ?? .risky
    return Progress(scope: scope, read: finished[scope] ?? 0, tenants: stores.count)
  }

  public var isDone: Bool { next == lists.count && active.isEmpty }

  /// Tenants of which not everything could be read, and why.
  public var failures: [(tenant: TenantReference, error: ElementsError)] {
    errors.sorted { $0.key < $1.key }.map { (lists[$0.key].store.tenant, $0.value) }
  }

  /// Begins, or goes on where it was stopped.
  public func start() {
    guard !isRunning, !isDone else { return }
    isRunning = true
    for index in active { watch(index) }
    goOn()
  }

  /// Takes back what was not sent.
  public func stop() {
    guard isRunning else { return }
    isRunning = false
    for index in active { unwatch(index) }
    changes.tell(())
  }

  private func goOn() {
    for index in active { step(index) }
    while isRunning, active.count < Self.mostActive, next < lists.count {
      active.insert(next)
      watch(next)
      next += 1
      step(next - 1)
    }
    if isDone { isRunning = false }
  }

  private func watch(_ index: Int) {
    // What is being read is not forgotten to make room.
    lists[index].store.hold(for: .examined)
    lists[index].list.changes.add(self) { [weak self] _ in self?.listChanged(index) }
  }

  private func unwatch(_ index: Int) {
    lists[index].list.changes.remove(self)
    lists[index].list.leave(self)
    lists[index].store.release(.examined)
  }

  private func listChanged(_ index: Int) {
    guard isRunning, active.contains(index) else { return }
    goOn()
    changes.tell(())
  }

  private func step(_ index: Int) {
    let list = lists[index].list
    if !isFarEnough(list), list.headError == nil {
      list.show(
        PagingWindow(visible: 0..<0, ahead: 0..<0, sought: list.firstUnreadPlace, urgency: .scan), for: self)
      if list.isAsking { return }
    }
    finish(index)
  }

  private func finish(_ index: Int) {
    active.remove(index)
    let list = lists[index].list
    finished[list.scope, default: 0] += 1
    errors[index] = list.headError ?? list.headRun.flatMap { list.error(at: $0.count) }
    unwatch(index)
  }

  private func isFarEnough(_ list: PagedSignIns) -> Bool {
    list.headRun != nil && (list.hasPassed(since) || list.firstUnreadPlace == nil)
  }
}
