import Elements

/// The one way to the server: it grants turns, holds everybody back after a 429, and lets go of who stops waiting.
actor Gate {
  typealias Ticket = GateQueue.Ticket

  private let time: TimeSource
  private let report: @Sendable (GateStatus) -> Void
  private var queue: GateQueue
  private var waiters: [Int: CheckedContinuation<Ticket?, Never>] = [:]
  private var lastID = 0
  private var alarm: Task<Void, Never>?
  private var isClosed = false

  init(limits: GateLimits, time: TimeSource, report: @escaping @Sendable (GateStatus) -> Void) {
    self.time = time
    self.report = report
    queue = GateQueue(limits: limits)
  }

  /// Waits for a turn; who gets one gives it back with `leave`. Nil when the task was cancelled or the gate is closed.
  ///
  /// `again` is the ticket that the same call gave back: it waits where it would have stood all along, not behind those that came later.
  func enter(_ priority: RequestPriority, tenant: TenantReference?, again: Ticket? = nil) async -> Ticket? {
    guard !Task.isCancelled, !isClosed else { return nil }
    lastID += 1
    let ticket = Ticket(id: again?.id ?? lastID, priority: priority, tenant: tenant)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        queue.add(ticket)
        waiters[ticket.id] = waiter
        advance()
      }
    } onCancel: {
      Task { await self.abandon(ticket) }
    }
  }

  /// Gives a turn back. Answers when the pause ends that everybody now observes, if there is one.
  @discardableResult
  func leave(_ ticket: Ticket, _ outcome: GateQueue.Outcome) -> Duration? {
    queue.finish(ticket, outcome, now: time.now(), chance: time.random())
    advance()
    return queue.pausedUntil
  }

  /// Sends everybody away who waits or comes later.
  func close() {
    isClosed = true
    alarm?.cancel()
    for waiter in waiters.values { waiter.resume(returning: nil) }
    waiters = [:]
  }

  private func abandon(_ ticket: Ticket) {
    guard queue.remove(ticket) else { return }
    waiters.removeValue(forKey: ticket.id)?.resume(returning: nil)
    reportStatus()
  }

  private func advance() {
    while let ticket = queue.startNext(now: time.now()) {
      waiters.removeValue(forKey: ticket.id)?.resume(returning: ticket)
    }
    if queue.pausedUntil != nil, alarm == nil {
      alarm = Task { [weak self] in await self?.sleepThroughPause() }
    }
    reportStatus()
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
