import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct TokenSourceTests {
  private let time = ManualTime()
  private let fetches = Shared(0)

  @Test func manyCallersShareOneRequest() async throws {
    let open = Shared(false)
    let source = source { try? await eventually { open.value } }
    let callers = (0..<50).map { _ in Task { try await source.token() } }
    try await eventually { fetches.value == 1 }
    open.change { $0 = true }
    for caller in callers { #expect(try await caller.value.value == Secret("token-1")) }
    #expect(fetches.value == 1)
  }

  @Test func aCancelledCallerGoesAndTheOthersGetTheirToken() async throws {
    let open = Shared(false)
    let source = source { try? await eventually { open.value } }
    let impatient = Task { try await source.token() }
    try await eventually { fetches.value == 1 }
    let patient = Task { try await source.token() }
    impatient.cancel()
    await #expect(throws: ElementsError(call: .token, reason: .cancelled)) { try await impatient.value }
    open.change { $0 = true }
    #expect(try await patient.value.value == Secret("token-1"))
    #expect(fetches.value == 1)
  }

  @Test func aTokenIsRenewedBeforeItEnds() async throws {
    let source = source()
    _ = try await source.token()
    time.advance(by: .seconds(3_239))
    #expect(try await source.token().value == Secret("token-1"))
    time.advance(by: .seconds(1))
    _ = try await source.token()
    try await eventually { (try? await source.token().value) == Secret("token-2") }
    #expect(fetches.value == 2)
  }

  @Test func `Nobody waits for the renewal of a token that is still good`() async throws {
    let open = Shared(true)
    let source = source { try? await eventually { open.value } }
    _ = try await source.token()
    open.change { $0 = false }
    time.advance(by: .seconds(3_599))
    for _ in 0..<10 { #expect(try await source.token().value == Secret("token-1")) }
    try await eventually { fetches.value == 2 }
    open.change { $0 = true }
    try await eventually { (try? await source.token().value) == Secret("token-2") }
  }

  @Test func `A token that has expired is waited for`() async throws {
    let source = source()
    _ = try await source.token()
    time.advance(by: .seconds(3_600))
    #expect(try await source.token().value == Secret("token-2"))
  }

  @Test func `While its renewal fails a token is handed out until it expires`() async throws {
    let (source, failed) = sourceThatFailsAfterTheFirst()
    let token = try await source.token()
    time.advance(by: .seconds(3_300))
    for _ in 0..<10 { #expect(try await source.token() == token) }
    try await eventually { await source.request == nil && failed.value == 1 }
    time.advance(by: .seconds(299))
    #expect(try await source.token() == token)
    try await eventually { await source.request == nil && failed.value == 2 }
    time.advance(by: .seconds(1))
    await #expect(throws: ElementsError.self) { try await source.token() }
  }

  @Test func `A failed renewal is not tried again at each call`() async throws {
    let (source, failed) = sourceThatFailsAfterTheFirst()
    let token = try await source.token()
    time.advance(by: .seconds(3_300))
    #expect(try await source.token() == token)
    try await eventually { await source.request == nil && failed.value == 1 }
    time.advance(by: .seconds(29))
    #expect(try await source.token() == token)
    time.advance(by: .seconds(1))
    #expect(try await source.token() == token)
    try await eventually { await source.request == nil && failed.value == 2 }
    #expect(fetches.value == 3)
  }

  @Test func `A rejected token is not handed out while its renewal fails`() async throws {
    let (source, failed) = sourceThatFailsAfterTheFirst()
    let token = try await source.token()
    time.advance(by: .seconds(3_300))
    #expect(try await source.token() == token)
    try await eventually { await source.request == nil && failed.value == 1 }
    await source.reject(token)
    await #expect(throws: ElementsError.self) { try await source.token() }
  }

  @Test func aRejectedTokenIsReplacedOnceForEverybody() async throws {
    let source = source()
    let old = try await source.token()
    await source.reject(old)
    let new = try await source.token()
    await source.reject(old)
    #expect(try await source.token() == new)
    #expect(fetches.value == 2)
  }

  @Test(
    arguments: [
      (.identityRefused(status: 400, code: "invalid_client", description: nil), 5),
      (.unreachable(host: "identity", cause: "connection refused"), 1),
      (.refused(.init(status: 503, message: nil, requestID: nil)), 1),
    ] as [(ElementsError.Reason, Int)])
  func aFailureIsPassedOnForAMomentAndThenAskedAgain(reason: ElementsError.Reason, seconds: Int) async throws {
    let refusal = ElementsError(call: .token, reason: reason)
    let source = TokenSource(time: time.source) { [fetches] () throws(ElementsError) in
      fetches.change { $0 += 1 }
      throw refusal
    }
    for _ in 0..<10 { await #expect(throws: refusal) { try await source.token() } }
    #expect(fetches.value == 1)
    time.advance(by: .seconds(seconds) - .milliseconds(1))
    await #expect(throws: refusal) { try await source.token() }
    #expect(fetches.value == 1)
    time.advance(by: .milliseconds(1))
    await #expect(throws: refusal) { try await source.token() }
    #expect(fetches.value == 2)
  }

  @Test(arguments: [(3_600, 3_240), (120, 90), (40, 20), (1, 0)])
  func aTokenIsKeptForMostOfItsLife(lifetime: Int, seconds: Int) {
    let token = AccessToken(value: Secret("x"), lifetime: .seconds(lifetime), now: .zero)
    #expect(token.renewAt.components.seconds == seconds)
    #expect(token.renewAt > .zero)
  }

  /// And how often it has failed.
  private func sourceThatFailsAfterTheFirst() -> (TokenSource, Shared<Int>) {
    let failed = Shared(0)
    let source = TokenSource(time: time.source) { [fetches, time] () throws(ElementsError) in
      guard
        fetches.change({
          $0 += 1; return $0
        }) > 1
      else {
        return AccessToken(value: Secret("token-1"), lifetime: .seconds(3_600), now: time.source.now())
      }
      failed.change { $0 += 1 }
      throw ElementsError(call: .token, reason: .refused(.init(status: 503, message: nil, requestID: nil)))
    }
    return (source, failed)
  }

  private func source(waiting: @escaping @Sendable () async -> Void = {}) -> TokenSource {
    TokenSource(time: time.source) { [fetches, time] () throws(ElementsError) in
      let number = fetches.change { count in
        count += 1
        return count
      }
      await waiting()
      return AccessToken(
        value: Secret("token-\(number)"), lifetime: .seconds(3_600), now: time.source.now())
    }
  }
}
