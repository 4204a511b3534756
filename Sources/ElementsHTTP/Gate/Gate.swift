import Elements

/// The one way to the server: it grants turns, and holds all calls back after a 429. A caller that is cancelled, or
/// takes its call back, leaves the queue.
actor Gate {
  typealias Ticket = GateQueue.Ticket

  /// Why somebody gets no turn.
  enum Dismissal: Error {
    /// The task was cancelled or the call taken back, or the gate is closed.
    case cancelled
    /// Nobody has got through for so long.
    case throttled(ElementsError.Throttling)
  }

  private let limits: GateLimits
  private let time: TimeSource
  private let report: @Sendable (GateStatus) -> Void
  private var queue: GateQueue
  private var waiters: [Int: Waiter] = [:]
  private var lastID = 0
  private var alarm: Task<Void, Never>?
  private var isClosed = false

  private struct Waiter {
    let continuation: CheckedContinuation<Result<Ticket, Dismissal>, Never>
    let withdrawal: Withdrawal?

    func resume(_ result: Result<Ticket, Dismissal>) {
      continuation.resume(returning: result)
    }
  }

  init(limits: GateLimits, time: TimeSource, report: @escaping @Sendable (GateStatus) -> Void) {
    self.limits = limits
    self.time = time
    self.report = report
    queue = GateQueue(limits: limits)
  }

  /// Waits for a turn; who gets one gives it back with `leave`, once the server is done with the request.
  ///
  /// Who has been in and comes back with the earlier ticket goes before those who came in the meantime.
  func enter(
    _ priority: RequestPriority, tenant: TenantReference?, inPlaceOf earlier: Ticket? = nil
  ) async throws(Dismissal) -> Ticket {
    guard !Task.isCancelled, !isClosed else { throw .cancelled }
    if earlier == nil { lastID += 1 }
    let ticket = Ticket(id: earlier?.id ?? lastID, priority: priority, tenant: tenant)
    let entrance = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        wait(with: ticket, Waiter(continuation: continuation, withdrawal: Withdrawal.current))
      }
    } onCancel: {
      Task { await self.abandon(ticket) }
    }
    return try entrance.get()
  }

  private func wait(with ticket: Ticket, _ waiter: Waiter) {
    let mayWait = waiter.withdrawal?.wait { [weak self] in
      Task { await self?.abandon(ticket) }
    }
    guard mayWait ?? true else { return waiter.resume(.failure(.cancelled)) }
    queue.add(ticket)
    waiters[ticket.id] = waiter
    advance()
  }

  /// Gives a turn back. Answers with the pause that everybody observes now, if there is one.
  @discardableResult
  func leave(_ ticket: Ticket, _ outcome: GateQueue.Outcome) -> GatePause? {
    let now = time.now()
    queue.finish(ticket, outcome, now: now, chance: time.random())
    let pause = queue.pausedUntil.map { GatePause(end: $0, throttled: queue.throttled) }
    if let pause, let throttled = pause.throttled, case .throttled = outcome, now >= throttled.deadline {
      // They would learn the same, two at a time.
      let throttling = ElementsError.Throttling(tried: throttled.lasted(until: now), asked: pause.end - now)
      dismissAll(.throttled(throttling))
    }
    advance()
    return pause
  }

  /// How many calls have got through.
  var answered: Int { queue.answered }

  /// Sends everybody away who waits or comes later.
  func close() {
    isClosed = true
    alarm?.cancel()
    dismissAll(.cancelled)
  }

  private func dismissAll(_ dismissal: Dismissal) {
    queue.removeAll()
    for waiter in waiters.values { waiter.resume(.failure(dismissal)) }
    waiters = [:]
  }

  private func abandon(_ ticket: Ticket) {
    guard queue.remove(ticket) else { return }
    waiters.removeValue(forKey: ticket.id)?.resume(.failure(.cancelled))
    reportStatus()
  }

  private func advance() {
    while let ticket = queue.startNext(now: time.now()) { start(ticket) }
    if queue.pausedUntil != nil, alarm == nil {
      alarm = Task { [weak self] in await self?.sleepThroughPause() }
    }
    reportStatus()
  }

  private func start(_ ticket: Ticket) {
    let waiter = waiters.removeValue(forKey: ticket.id)
    if waiter?.withdrawal?.send() ?? true {
      waiter?.resume(.success(ticket))
    } else {
      // It was taken back a moment ago, and has not left the queue yet.
      queue.finish(ticket, .failed, now: time.now(), chance: 0)
      waiter?.resume(.failure(.cancelled))
    }
  }

  /// A pause may grow while it is slept through.
  private func sleepThroughPause() async {
    while let end = queue.pausedUntil, time.now() < end {
      guard (try? await time.sleep(end)) != nil else { return }
    }
    alarm = nil
    advance()
  }

  private func reportStatus() {
    let pause = queue.pausedUntil.map { max(.zero, $0 - time.now()) }
    report(GateStatus(inFlight: queue.inFlight, waiting: queue.waiting, limit: queue.limit, pause: pause))
  }
}

/// How long nobody is let through, after a 429.
struct GatePause: Hashable, Sendable {
  let end: Duration
  /// Nil where a call has got through since the 429.
  let throttled: ThrottledTime?
}
