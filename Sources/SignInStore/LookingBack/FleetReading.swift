import Elements
import SignInAnalysis

/// Reads the lists of one or many tenants back to a time: the risky ones of all tenants first, then those of all
/// sign-ins. Nobody waits for it, so that all other calls go first, and it keeps to a budget of calls a minute.
///
/// Nothing is asked before `start`. Lists that are read far enough already cost no call. A list that is not newest
/// first can't be read back to a time without reading all of it: it is left at its newest page, and named.
@MainActor
public final class FleetReading {
  /// How far it has come.
  public struct Progress: Hashable, Sendable {
    /// Lists that are read as far as they are wanted, or can't be: two of a tenant, the risky ones and all.
    public let read: Int
    public let lists: Int

    public init(read: Int, lists: Int) {
      self.read = read
      self.lists = lists
    }
  }

  /// Why a list was not read back to the time.
  public enum Shortfall: Hashable, Sendable {
    case failed(ElementsError)
    case notNewestFirst
  }

  private struct Entry {
    let store: TenantStore
    let list: PagedSignIns
    /// It failed before this reading, and is to be tried again.
    var isTriedAgain: Bool
    /// The list's calls that the budget knows of.
    var spent = 0
    var shortfall: Shortfall?
  }

  public let since: Timestamp
  /// Told when a list has been read further, and at the end.
  public let changes = Observers<Void>()
  public private(set) var isRunning = false
  private let scopes: [SignInScope]
  private let budget: CallBudget
  private var entries: [Entry] = []
  private var tenants: Set<TenantNumber> = []
  /// What is not begun yet, by scope.
  private var waiting: [SignInScope: [Int]] = [:]
  private var active: Set<Int> = []
  private var finished = 0

  /// Lists that are read side by side; more would only wait for one another.
  private static let mostActive = 8

  public init(
    _ stores: [TenantStore], backTo since: Timestamp, scopes: [SignInScope] = [.risky, .all], budget: CallBudget
  ) {
    self.since = since
    self.scopes = scopes
    self.budget = budget
    add(stores)
  }

  // MARK: What there is

  /// At least so many calls are still needed: one for each list that is not read far enough.
  public var leastCalls: Int { entries.count { !isFarEnough($0.list) && !hasEnded($0) } }

  /// As many as the pace of what is read lets expect; nil where nothing is read yet of a list that is needed.
  public var likelyCalls: Int? {
    var calls = 0
    for entry in entries where !isFarEnough(entry.list) && !hasEnded(entry) {
      guard let own = entry.list.likelyCalls(backTo: since) else { return nil }
      calls += own
    }
    return calls
  }

  public var progress: Progress { Progress(read: finished, lists: entries.count) }

  /// Nothing is left to read.
  public var isDone: Bool { active.isEmpty && waiting.values.allSatisfy(\.isEmpty) }

  /// It goes on once there are calls again.
  public var isWaitingForBudget: Bool { isRunning && budget.left <= 0 }

  /// Tenants that were not read back to the time, and why.
  public var shortfalls: [(tenant: TenantReference, reason: Shortfall)] {
    var named: Set<TenantNumber> = []
    return entries.compactMap { entry in
      guard let reason = entry.shortfall, named.insert(entry.store.number).inserted else { return nil }
      return (entry.store.tenant, reason)
    }
  }

  // MARK: What is asked for

  /// More tenants are known.
  public func add(_ stores: [TenantStore]) {
    for store in stores where tenants.insert(store.number).inserted {
      for scope in scopes {
        let list = store.list(scope)
        entries.append(Entry(store: store, list: list, isTriedAgain: list.failure.map { !$0.isRefusal } ?? false))
        waiting[scope, default: []].append(entries.count - 1)
      }
    }
    if isRunning { goOn() }
  }

  /// Begins, or goes on where it was stopped.
  public func start() {
    guard !isRunning else { return }
    isRunning = true
    budget.wait(self) { [weak self] in self?.goOn() }
    for index in active { watch(index) }
    goOn()
  }

  /// Takes back what was not sent.
  public func stop() {
    guard isRunning else { return }
    for index in active { unwatch(index) }
    end()
  }

  private func end() {
    isRunning = false
    budget.leave(self)
    changes.tell(())
  }

  // MARK: Reading

  private func goOn() {
    guard isRunning else { return }
    for index in active.sorted() { step(index) }
    while active.count < Self.mostActive, budget.left > 0, let index = takeNext() {
      active.insert(index)
      watch(index)
      step(index)
    }
    if isDone { end() }
  }

  /// Of the scope that comes first.
  private func takeNext() -> Int? {
    for scope in scopes where waiting[scope]?.isEmpty == false { return waiting[scope]?.removeFirst() }
    return nil
  }

  private func watch(_ index: Int) {
    let entry = entries[index]
    // What is being read is not forgotten to make room.
    entry.store.hold(for: .examined)
    entry.list.changes.add(self) { [weak self] _ in self?.listChanged(index) }
    entries[index].spent = entry.list.callCount
  }

  private func unwatch(_ index: Int) {
    let entry = entries[index]
    entry.list.changes.remove(self)
    entry.list.leave(self)
    entry.store.release(.examined)
  }

  private func listChanged(_ index: Int) {
    guard isRunning, active.contains(index) else { return }
    goOn()
    if isRunning { changes.tell(()) }
  }

  private func step(_ index: Int) {
    let list = entries[index].list
    spend(index)
    guard !isFarEnough(list), !hasEnded(entries[index]) else { return finish(index) }
    guard budget.left > 0 else {
      // What was asked is waited for; what follows it would be asked without a word.
      if !list.isAsking { list.leave(self) }
      return
    }
    ask(index)
    spend(index)
    if !list.isAsking { finish(index) }
  }

  private func ask(_ index: Int) {
    let list = entries[index].list
    let isTriedAgain = entries[index].isTriedAgain
    entries[index].isTriedAgain = false
    list.show(
      PagingWindow(visible: 0..<0, ahead: 0..<0, sought: list.firstUnreadPlace, urgency: .background), for: self)
    if isTriedAgain { list.refresh() }
  }

  /// Calls that others ask of the list meanwhile count as well: the server sees no difference.
  private func spend(_ index: Int) {
    let made = entries[index].list.callCount
    budget.spend(made - entries[index].spent)
    entries[index].spent = made
  }

  private func finish(_ index: Int) {
    active.remove(index)
    let list = entries[index].list
    finished += 1
    entries[index].shortfall = shortfall(of: list)
    unwatch(index)
  }

  private func shortfall(of list: PagedSignIns) -> Shortfall? {
    if isFarEnough(list) { return nil }
    if let error = list.headError ?? list.headRun.flatMap({ list.error(at: $0.count) }) { return .failed(error) }
    return list.isNewestFirst ? nil : .notNewestFirst
  }

  private func isFarEnough(_ list: PagedSignIns) -> Bool {
    list.headRun.map { $0.isWhole || list.hasPassed(since) } ?? false
  }

  /// Reading on leads no further.
  private func hasEnded(_ entry: Entry) -> Bool {
    if entry.isTriedAgain { return false }
    guard entry.list.headRun != nil else { return entry.list.headError != nil }
    return entry.list.headError != nil || !entry.list.isNewestFirst || entry.list.firstUnreadPlace == nil
  }
}
