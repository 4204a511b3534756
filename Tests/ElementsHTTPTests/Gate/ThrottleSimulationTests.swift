import Elements
import Foundation
import Testing

@testable import ElementsHTTP

/// Many calls through one gate to a server that counts, in a time of their own.
@Suite(.timeLimit(.minutes(10))) struct ThrottleSimulationTests {
  @Test(arguments: [true, false])
  func noCallIsLostUnderARateLimitAndThe429sStayFew(saysWhen: Bool) async throws {
    let end = try await simulate(CountingServer(allowed: 10, window: .seconds(5), saysWhen: saysWhen), calls: 300)
    #expect(end.failures == [])
    // 30 windows at best; in each, calls that were under way together learn that it is full, or come too early for the next.
    #expect(end.time >= .seconds(29 * 5))
    #expect(end.server.throttled <= 30 * (saysWhen ? 6 : 12))
    #expect(end.server.mostInFlight <= 6)
  }

  @Test func `A pause that is named and longer than the deadline loses no call`() async throws {
    let end = try await simulate(CountingServer(allowed: 100, window: .seconds(90), saysWhen: true), calls: 300)
    #expect(end.failures == [])
    #expect(end.time >= .seconds(180) && end.time < .seconds(270))
    #expect(end.server.mostInFlight <= 6)
  }

  private struct End {
    let failures: [ElementsError.Reason]
    let time: Duration
    let server: CountingServer
  }

  private func simulate(_ counting: CountingServer, calls: Int) async throws -> End {
    let (time, server) = (ManualTime(), Shared(counting))
    let (ended, status) = (Shared(0), Shared<GateStatus?>(nil))
    let caller = try caller(server, time) { new in status.change { $0 = new } }
    let failures: [ElementsError.Reason] = try await withThrowingTaskGroup(of: ElementsError.Reason?.self) { tasks in
      for id in 0..<calls {
        let request = APIRequest.actionCounts(TenantReference(customerID: "customer", tenantID: String(id)), nil)
        tasks.addTask {
          defer { ended.change { $0 += 1 } }
          return await reason { () throws(ElementsError) in
            try await caller.value(request, .overview) { answer, _ throws(WireProblem) in try answer.actionCounts() }
          }
        }
      }
      while ended.value < calls {
        try await eventually { Self.isStill(ended.value, of: calls, time.sleepers, status.value) }
        time.advanceToNextWake()
      }
      return try await tasks.compactMap { $0 }.reduce(into: []) { $0.append($1) }
    }
    return End(failures: failures, time: time.source.now(), server: server.value)
  }

  /// Whether nothing more happens before time passes: every call waits in the gate or for its answer, or has ended.
  ///
  /// The arguments are looked at in the order of the parameters, so that none is newer than the status.
  private static func isStill(_ ended: Int, of calls: Int, _ sleepers: Int, _ status: GateStatus?) -> Bool {
    guard let status else { return false }
    return ended == calls
      || ended + status.waiting + status.inFlight == calls
        && sleepers == status.inFlight + (status.pause == nil ? 0 : 1)
  }

  private func caller(
    _ server: Shared<CountingServer>, _ time: ManualTime, report: @escaping @Sendable (GateStatus) -> Void
  ) throws -> Caller {
    let source = time.source
    let token = AccessToken(value: Secret("token"), lifetime: .seconds(86_400), now: .zero)
    return Caller(
      gate: Gate(limits: GateLimits(), time: source, report: report),
      tokens: TokenSource(time: source) { () throws(ElementsError) in token },
      transport: Transport { _ throws(TransportFailure) in
        let now = source.now()
        let answer = server.change { $0.answer(at: now) }
        try? await source.sleep(now + .milliseconds(50))
        server.change { $0.inFlight -= 1 }
        return answer
      },
      time: source, configuration: try .testing("http://127.0.0.1:1"))
  }
}

/// A server that allows so many calls in each window.
private struct CountingServer: Sendable {
  let allowed: Int
  let window: Duration
  let saysWhen: Bool
  var inFlight = 0
  private(set) var throttled = 0
  private(set) var mostInFlight = 0
  private var windowStart = Duration.zero
  private var taken = 0

  init(allowed: Int, window: Duration, saysWhen: Bool) {
    self.allowed = allowed
    self.window = window
    self.saysWhen = saysWhen
  }

  mutating func answer(at now: Duration) -> HTTPAnswer {
    inFlight += 1
    mostInFlight = max(mostInFlight, inFlight)
    if now >= windowStart + window {
      windowStart = now
      taken = 0
    }
    taken += 1
    guard taken > allowed else {
      return HTTPAnswer(status: 200, requestID: nil, retryAfter: nil, body: Data(someCounts.utf8))
    }
    throttled += 1
    let wait = (windowStart + window - now).components
    let seconds = wait.seconds + (wait.attoseconds > 0 ? 1 : 0)
    return HTTPAnswer(status: 429, requestID: nil, retryAfter: saysWhen ? String(seconds) : nil, body: Data())
  }
}
