import Elements
import SignInAnalysis

/// A tenant's action counts as they were last read, and the way to read them.
@MainActor
public final class TenantCounts {
  /// As last read; stays when a later reading fails.
  public private(set) var value: ActionCounts?
  /// Why the last reading failed; nil where it did not.
  public private(set) var error: ElementsError?
  /// When `value` was read.
  public private(set) var readAt: Timestamp?
  /// The answers in which the server gave a number of risky actions, earliest first: those of this run of the program,
  /// the newest 100 of them.
  public private(set) var readings: [ActionReading] = []
  /// Told when a reading has ended.
  public let changes = Observers<Void>()
  private let tenant: TenantReference
  private let surroundings: FleetSurroundings
  private var flight: Flight?
  private var flights = 0
  private static let mostReadings = 100

  private struct Flight {
    let number: Int
    let priority: RequestPriority
    let task: Task<Void, Never>
    let withdrawal: Withdrawal
  }

  init(of tenant: TenantReference, in surroundings: FleetSurroundings) {
    self.tenant = tenant
    self.surroundings = surroundings
  }

  deinit {
    flight?.task.cancel()
  }

  /// A reading has been asked for.
  public var isUnderWay: Bool { flight != nil }

  /// Reads the counts anew, unless that is under way; a call that waits with a lower priority gives way.
  public func read(_ priority: RequestPriority) {
    if let flight {
      guard flight.priority < priority, flight.withdrawal.withdraw() else { return }
    }
    flights += 1
    let (number, withdrawal) = (flights, Withdrawal())
    let task = Task { [weak self, tenant, client = surroundings.client] in
      let result = await withdrawal.result { () throws(ElementsError) in
        try await client.actionCounts(tenant, nil, priority)
      }
      self?.take(result, number: number)
    }
    flight = Flight(number: number, priority: priority, task: task, withdrawal: withdrawal)
  }

  /// Nobody with this priority or a lower one wants the counts any more. What was sent is taken in when it comes.
  public func withdraw(_ priority: RequestPriority) {
    guard let flight, flight.priority <= priority, flight.withdrawal.withdraw() else { return }
    self.flight = nil
  }

  private func take(_ result: Result<ActionCounts, ElementsError>, number: Int) {
    guard flight?.number == number else { return }
    flight = nil
    switch result {
    case .success(let counts): take(counts, at: surroundings.now())
    case .failure(let error) where error.reason == .cancelled: return
    case .failure(let error): self.error = error
    }
    changes.tell(())
    surroundings.countsChanged.tell(tenant)
  }

  private func take(_ counts: ActionCounts, at time: Timestamp) {
    (value, error, readAt) = (counts, nil, time)
    guard let risky = counts.risky else { return }
    readings = readings.suffix(Self.mostReadings - 1) + [ActionReading(risky: risky, at: time)]
  }
}
