import Elements

extension Caller {
  /// How long an answer that nobody waits for may keep its turn.
  private static let patience: Duration = .seconds(10)

  /// What became of a request that was sent.
  struct Landing: Sendable {
    let outcome: TryOutcome
    /// When it came, by the caller's time.
    let moment: Duration
    /// The gate's, if the answer was a 429.
    let pause: GatePause?
    /// How many calls had got through by then.
    let answered: Int
  }

  /// Sends a request that has its turn, and gives the turn back when the answer is there.
  ///
  /// Nil, at once, when the caller's task is cancelled. The server goes on with what was sent, so the turn stays taken
  /// until it has answered, or until `patience` is over and the request is given up.
  func send(_ request: OutgoingRequest, _ ticket: Gate.Ticket) async -> Landing? {
    let (landings, landing) = AsyncStream.makeStream(of: Landing.self)
    // An answer that nobody waits for ends here: the gate has learnt from it, and nobody else.
    let flight = Task {
      landing.yield(await land(request, ticket))
      landing.finish()
    }
    let landed = await landings.first { _ in true }
    if landed == nil { giveUpInTime(flight) }
    return landed
  }

  private func land(_ request: OutgoingRequest, _ ticket: Gate.Ticket) async -> Landing {
    let outcome = await TryOutcome { () throws(TransportFailure) in try await transport.send(request) }
    let moment = time.now()
    let pause = await gate.leave(ticket, gateOutcome(outcome))
    let isThrottled = if case .answered(let answer) = outcome { answer.status == 429 } else { false }
    return Landing(
      outcome: outcome, moment: moment, pause: isThrottled ? pause : nil, answered: await gate.answered)
  }

  private func giveUpInTime(_ flight: Task<Void, Never>) {
    let end = time.now() + Self.patience
    Task {
      let alarm = Task {
        if (try? await time.sleep(end)) != nil { flight.cancel() }
      }
      await flight.value
      alarm.cancel()
    }
  }

  private func gateOutcome(_ outcome: TryOutcome) -> GateQueue.Outcome {
    guard case .answered(let answer) = outcome else { return .failed }
    if answer.status == 429 { return .throttled(retryAfter: answer.askedDelay(time)) }
    return answer.status < 500 ? .succeeded : .failed
  }
}
