import Elements

/// Who may go next: a pure state machine, told the time by its caller.
struct GateQueue {
  struct Ticket: Hashable, Sendable {
    /// In the order in which they came, which is that of their turns.
    let id: Int
    let priority: RequestPriority
    /// Nil for calls that are about no tenant, which count under none.
    let tenant: TenantReference?
    /// Which call this was since the beginning, from 1; 0 while it waits.
    fileprivate(set) var start = 0
  }

  enum Outcome: Sendable {
    case succeeded
    /// Says nothing about how much the server can bear.
    case failed
    case throttled(retryAfter: Duration?)
  }

  private static let pauses = Backoff(first: .seconds(1), longest: .seconds(32))
  private static let smallestLimit = 2

  private let limits: GateLimits
  private(set) var limit: Int
  private(set) var pausedUntil: Duration?
  /// From the first 429 since a call last succeeded, or since there last was nothing to do.
  private(set) var throttled: ThrottledTime?
  private(set) var inFlight = 0
  /// How many calls have succeeded.
  private(set) var answered = 0
  /// One lane a priority, each in the order of ids.
  private var lanes: [[Ticket]] = RequestPriority.allCases.map { _ in [] }
  private var inFlightByTenant: [TenantReference: Int] = [:]
  private var starts = 0
  /// Calls up to this number started before the limit was last lowered.
  private var startsAtCut = 0
  private var cutsInARow = 0
  private var successesInARow = 0

  init(limits: GateLimits) {
    self.limits = limits
    limit = limits.inFlight
  }

  var waiting: Int { lanes.reduce(0) { $0 + $1.count } }

  mutating func add(_ ticket: Ticket) {
    if inFlight == 0, waiting == 0, pausedUntil == nil { throttled = nil }
    let lane = ticket.priority.rawValue
    let before = lanes[lane].lastIndex { $0.id < ticket.id }
    lanes[lane].insert(ticket, at: before.map { $0 + 1 } ?? 0)
  }

  /// False where the ticket does not wait (any more).
  mutating func remove(_ ticket: Ticket) -> Bool {
    let lane = ticket.priority.rawValue
    guard let place = lanes[lane].firstIndex(where: { $0.id == ticket.id }) else { return false }
    lanes[lane].remove(at: place)
    return true
  }

  /// Nobody waits any more.
  mutating func removeAll() {
    for lane in lanes.indices { lanes[lane] = [] }
  }

  /// The next ticket that may go, now counted as under way. A tenant at its limit holds up nobody else.
  mutating func startNext(now: Duration) -> Ticket? {
    if let pausedUntil, now < pausedUntil { return nil }
    pausedUntil = nil
    guard inFlight < limit else { return nil }
    for lane in lanes.indices.reversed() {
      guard let place = lanes[lane].firstIndex(where: { mayStart($0) }) else { continue }
      var ticket = lanes[lane].remove(at: place)
      starts += 1
      ticket.start = starts
      inFlight += 1
      if let tenant = ticket.tenant { inFlightByTenant[tenant, default: 0] += 1 }
      return ticket
    }
    return nil
  }

  private func mayStart(_ ticket: Ticket) -> Bool {
    guard let tenant = ticket.tenant else { return true }
    return inFlightByTenant[tenant, default: 0] < limits.perTenant
  }

  /// Gives the ticket's place back, and learns from how it went. `chance` is in 0..<1, and asked for after a 429 alone.
  mutating func finish(
    _ ticket: Ticket, _ outcome: Outcome, now: Duration, chance: @autoclosure () -> Double
  ) {
    inFlight -= 1
    if let tenant = ticket.tenant {
      let left = inFlightByTenant[tenant, default: 1] - 1
      inFlightByTenant[tenant] = left > 0 ? left : nil
    }
    switch outcome {
    case .succeeded:
      answered += 1
      throttled = nil
      growAfterSuccess(of: ticket)
    case .failed: break
    case .throttled(let retryAfter):
      throttled = throttled ?? ThrottledTime(since: now, asked: retryAfter, limits: limits)
      cut(after: ticket)
      let asked = retryAfter ?? Self.pauses.delay(after: cutsInARow, chance: chance())
      let end = now + min(asked, limits.longestPause)
      pausedUntil = max(pausedUntil ?? end, end)
    }
  }

  /// One more after as many successes as may be under way at once: about one a round trip.
  private mutating func growAfterSuccess(of ticket: Ticket) {
    guard ticket.start > startsAtCut else { return }
    cutsInARow = 0
    guard limit < limits.inFlight else { return }
    successesInARow += 1
    if successesInARow >= limit {
      limit += 1
      successesInARow = 0
    }
  }

  /// Halves the limit once for all calls that were under way together.
  private mutating func cut(after ticket: Ticket) {
    guard ticket.start > startsAtCut else { return }
    limit = max(min(Self.smallestLimit, limits.inFlight), limit / 2)
    startsAtCut = starts
    cutsInARow += 1
    successesInARow = 0
  }
}
