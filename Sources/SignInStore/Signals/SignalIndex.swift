import Elements
import SignInAnalysis

/// The signals of what was read of all tenants of a fleet, kept up to date from what each page changes.
///
/// A page costs the main actor what the page brings: its changes are noted. Rules are applied away from the main actor,
/// one update after the other; what comes meanwhile waits for the next one.
@MainActor
public final class SignalIndex {
  /// Between two updates at least, so that a long reading does not keep a processor busy.
  public static let betweenUpdates: Duration = .milliseconds(250)
  /// Between two updates at most. What an update costs grows with what is loaded, and less often costs less.
  static let longestBetweenUpdates: Duration = .seconds(2)
  /// As many times what the update took.
  private static let restPerWork = 4

  /// Told when `table` is another, and when nothing waits any more.
  public let changes = Observers<Void>()
  /// As of the last update; it never waits.
  public private(set) var table = SignalTable()
  private let fleet: Fleet
  private let questions: AsyncStream<Question>.Continuation
  private let pause: @Sendable (Duration) async -> Void
  private let now: @MainActor () -> Timestamp
  /// A rule looks at the counts of actions.
  private let needsCounts: Bool
  private var customers = CustomerNumbers()
  private var news = SignalNews()
  private var isUpdating = false
  /// `table` is being made anew.
  private var isAsking = false

  private struct Question: Sendable {
    let update: SignalUpdate
    let now: Timestamp
    let answer: CheckedContinuation<Answer?, Never>
  }

  private struct Answer: Sendable {
    let table: SignalTable
    /// How long it took.
    let work: Duration
  }

  /// - Parameters:
  ///   - now: the time, for what is about silence.
  ///   - pause: waits between two updates.
  public init(
    of fleet: Fleet, settings: SignalSettings = SignalSettings(), networks: LabelledNetworks = LabelledNetworks(),
    now: @escaping @MainActor () -> Timestamp, pause: @escaping @Sendable (Duration) async -> Void
  ) {
    self.fleet = fleet
    self.now = now
    self.pause = pause
    needsCounts = settings.riskJump.isEnabled
    let (stream, continuation) = AsyncStream.makeStream(of: Question.self)
    questions = continuation
    let book = SignalBook(settings: settings, networks: networks)
    Task.detached { await Self.answer(stream, book) }
    for tenant in fleet.snapshot.tenants { news.note(tenant) }
    fleet.tableChanges.add(self) { [weak self] in self?.note($0) }
    fleet.pagesTaken.add(self) { [weak self] in self?.note($0) }
    if needsCounts { fleet.countsChanged.add(self) { [weak self] in self?.noteCounts(of: $0) } }
    update()
  }

  deinit {
    questions.finish()
  }

  /// Nothing waits to be looked at.
  public var isUpToDate: Bool { !isUpdating && news.isEmpty }

  /// `table` knows of all that was read.
  public var isCurrent: Bool { !isAsking && news.isEmpty }

  private func note(_ change: TableChange) {
    news.note(change)
    update()
  }

  /// What is read of a tenant without a gap may be another.
  private func note(_ tenant: TenantNumber) {
    news.note(tenant)
    update()
  }

  private func noteCounts(of tenant: TenantReference) {
    let store = fleet.store(of: tenant)
    if store.counts.error == nil { note(store.number) }
  }

  // MARK: Updating

  private func update() {
    guard !isUpdating, !news.isEmpty else { return }
    (isUpdating, isAsking) = (true, true)
    let (update, now) = (takeNews(), now())
    Task { [weak self, questions, pause] in
      let answer = await withCheckedContinuation { answer in
        let question = Question(update: update, now: now, answer: answer)
        if case .terminated = questions.yield(question) { answer.resume(returning: nil) }
      }
      guard let answer else { return }
      self?.take(answer.table)
      await pause(Self.rest(after: answer.work))
      self?.goOn()
    }
  }

  /// How long to wait after an update that took so long.
  static func rest(after work: Duration) -> Duration {
    min(longestBetweenUpdates, max(betweenUpdates, work * restPerWork))
  }

  private func takeNews() -> SignalUpdate {
    defer { news = SignalNews() }
    var update = SignalUpdate(
      snapshot: fleet.snapshot, changed: news.changed, wasNotRisky: news.wasNotRisky, forgotten: news.forgotten)
    for tenant in news.tenants {
      guard let store = fleet.store(tenant) else { continue }
      update.coverage[tenant] = store.signalCoverage
      update.headRead[tenant] = store.knownList(.all)?.headReadAt
      update.customers[tenant] = customers.number(of: store.tenant.customerID)
      if needsCounts { update.readings[tenant] = store.counts.readings }
    }
    return update
  }

  private func take(_ table: SignalTable) {
    let former = self.table
    self.table = table
    // Its signals may be many: they are freed away from the main actor.
    Task.detached { withExtendedLifetime(former) {} }
    isAsking = false
    changes.tell(())
  }

  private func goOn() {
    isUpdating = false
    update()
    if isUpToDate { changes.tell(()) }
  }

  @concurrent private nonisolated static func answer(_ questions: AsyncStream<Question>, _ book: SignalBook) async {
    var book = book
    for await question in questions {
      var table = SignalTable()
      let work = ContinuousClock().measure {
        book.take(question.update)
        table = book.table(now: question.now)
      }
      question.answer.resume(returning: Answer(table: table, work: work))
    }
  }
}

/// Numbers for customers, in the order in which they were met.
private struct CustomerNumbers {
  private var numbers: [String: UInt32] = [:]

  mutating func number(of id: String) -> UInt32 {
    if let known = numbers[id] { return known }
    numbers[id] = UInt32(numbers.count)
    return UInt32(numbers.count - 1)
  }
}
