import Elements
import SignInStore

/// Looking further back: the risky pages, then the lists of all sign-ins, of one tenant or of all, are read down to a
/// time. It goes on while the user is elsewhere, behind all other calls and within a budget of calls a minute.
@MainActor
public final class LookBackModel {
  /// How it stands.
  public enum State: Hashable, Sendable {
    /// Nobody has asked for it.
    case idle
    case underWay(FleetReading.Progress)
    case stopped(FleetReading.Progress)
    /// Everything was read back to the time; so many tenants could not be.
    case done(shortfalls: Int)
  }

  /// Which tenants it is about.
  public enum Subject: Hashable, Sendable {
    case tenant
    case allTenants
  }

  public let subject: Subject
  /// How far back it goes, or went last.
  public private(set) var span = LookBackSpan.day
  private let context: PlaceContext
  private let stores: @MainActor () -> [TenantStore]
  private var reading: FleetReading?
  private var reach: SignalReach?
  /// Told when all is read that was asked for, and when it was stopped.
  var onEnd: @MainActor () -> Void = {}

  /// In all tenants, those that are listed later among them.
  init(inAllTenantsOf context: PlaceContext) {
    self.context = context
    subject = .allTenants
    stores = { context.tenantStores }
    context.names.changes.add(self) { [weak self] in self?.tenantsChanged() }
    renewReach()
  }

  /// In one tenant.
  init(in store: TenantStore, context: PlaceContext) {
    self.context = context
    subject = .tenant
    stores = { [store] }
  }

  // MARK: What there is

  public var state: State {
    guard let reading else { return .idle }
    if reading.isRunning { return .underWay(reading.progress) }
    return reading.isDone ? .done(shortfalls: reading.shortfalls.count) : .stopped(reading.progress)
  }

  public var isRunning: Bool { reading?.isRunning ?? false }

  /// It goes on once calls are left in this minute.
  public var isWaitingForBudget: Bool { reading?.isWaitingForBudget ?? false }

  public var callsPerMinute: Int { context.callBudget.callsPerMinute }

  /// Of how many tenants, of all that are listed, everything is read as far back as the span says.
  public var tenantsReached: Int { reach?.count ?? 0 }
  public var tenantCount: Int { context.names.references.count }

  /// Down to when the tenant's own list is read; nil where it is about all tenants.
  public var readDownTo: Timestamp? {
    subject == .tenant ? stores().first?.readDownTo : nil
  }

  // MARK: What the user does

  /// The times to read back to, each with the calls that it takes at least.
  func menu() -> ChoiceModel {
    let offers = LookBackSpan.allCases.map { span in
      let reading = self.reading.flatMap { !$0.isDone && span == self.span ? $0 : nil } ?? makeReading(to: span)
      return (span: span, calls: reading.leastCalls, likely: reading.likelyCalls)
    }
    let items = offers.map { offer in
      ChoiceModel.Item(text: "\(offer.span.words): \(words(for: offer.calls, likely: offer.likely))") { [weak self] in
        self?.start(offer.span)
        return .stay
      }
    }
    let next = offers.firstIndex { $0.calls > 0 && $0.span.rawValue >= span.rawValue }
    return ChoiceModel(heading, items, selected: next ?? offers.count - 1)
  }

  /// Begins, or goes on where it was stopped.
  func start(_ span: LookBackSpan) {
    if self.span != span || reading?.isDone ?? true {
      reading?.stop()
      self.span = span
      let new = makeReading(to: span)
      new.changes.add(self) { [weak self] in self?.readingChanged() }
      reading = new
      if subject == .allTenants { renewReach() }
    }
    reading?.start()
    context.onChange()
  }

  /// Takes back what was not sent. False where nothing is under way.
  @discardableResult
  func stop() -> Bool {
    guard let reading, reading.isRunning else { return false }
    reading.stop()
    onEnd()
    return true
  }

  /// Counts anew from now how far back is read.
  func renewReach() {
    reach = SignalReach(backTo: since(span), in: context.fleet)
  }

  // MARK: Reading

  private func since(_ span: LookBackSpan) -> Timestamp {
    Timestamp(unixSeconds: context.now().unixSeconds - span.rawValue * 3_600) ?? .earliest
  }

  private func makeReading(to span: LookBackSpan) -> FleetReading {
    FleetReading(stores(), backTo: since(span), budget: context.callBudget)
  }

  private func tenantsChanged() {
    reading?.add(stores())
  }

  private func readingChanged() {
    if reading?.isDone ?? false { tellEnd() }
    context.onChange()
  }

  private func tellEnd() {
    guard let reading else { return }
    let failures = reading.shortfalls
    let what = subject == .tenant ? "this tenant" : tenantCount.counted("tenant")
    if failures.isEmpty {
      context.messages.post(.note, "\(span.words) of \(what) are read")
    } else {
      let names = failures.namingFirst { "\(context.names.name(of: $0.tenant)): \($0.reason.words)" }
      context.messages.post(.warning, "\(span.words) are read, but not of \(names)")
    }
    onEnd()
  }

  // MARK: Words

  private var heading: String {
    let place = subject == .tenant ? "this tenant" : "all \(tenantCount.counted("tenant"))"
    return "Look back in \(place), \(callsPerMinute.counted("call")) a minute at most"
  }

  /// `at least 46 calls`, `at least 46 calls, likely 450, 8 min`.
  private func words(for calls: Int, likely: Int?) -> String {
    guard calls > 0 else { return "all is read" }
    let likely = likely.flatMap { $0 > calls ? $0 : nil }
    let minutes = max(0, (likely ?? calls) - context.callBudget.left) / callsPerMinute
    let parts = [
      "at least \(calls.counted("call"))", likely.map { "likely \($0.grouped)" },
      minutes > 0 ? "\(minutes.grouped) min" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}

extension FleetReading.Shortfall {
  fileprivate var words: String {
    switch self {
    case .failed(let error): error.shortReason
    case .notNewestFirst: "not newest first"
    }
  }
}
