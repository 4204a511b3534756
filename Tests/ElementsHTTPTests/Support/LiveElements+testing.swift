import Elements

@testable import ElementsHTTP

let tenant = TenantReference(customerID: "customer", tenantID: "tenant")
let firstPage = PageRequest(index: 1)
let secret = Secret("swordfish")
let emptyPage = #"{"data":[],"metadata":{"pageIndex":1,"pageSize":100,"totalCount":0}}"#
let someCounts = #"{"riskyActionCount":10,"normalActionCount":20}"#

extension AnswerLimits {
  /// Longer than any test lasts: what these measure is the machine's own time, and a machine may be slow.
  static func patient(bytes: Int = AnswerLimits().bytes) -> AnswerLimits {
    AnswerLimits(connect: .seconds(3_600), idle: .seconds(3_600), whole: .seconds(3_600), bytes: bytes)
  }
}

extension ElementsConfiguration {
  /// Both servers at one place, as in `http://127.0.0.1:8080`.
  static func testing(
    _ origin: String, prefix: String = "", gate: GateLimits = GateLimits(), answers: AnswerLimits = .patient(),
    proxies: ProxySettings = .none, caFile: String? = nil, credential: Credential = .secret(secret)
  ) throws -> ElementsConfiguration {
    try ElementsConfiguration(
      apiURL: EndpointURL(origin + prefix, for: .apiURL),
      tokenURL: EndpointURL(origin + "/connect/token", for: .tokenURL), clientID: "me", credential: credential,
      gate: gate, answers: answers, proxies: proxies, caFile: caFile)
  }
}

extension ScriptedServer {
  var origin: String { "http://127.0.0.1:\(port)" }

  /// A client of this server, shut down after `use`.
  func withClient<Value>(
    time: TimeSource = SkippingTime().source, gate: GateLimits = GateLimits(), answers: AnswerLimits = .patient(),
    _ use: (ElementsClient) async throws -> Value
  ) async throws -> Value {
    try await ElementsHTTPTests.withClient(
      of: .testing(origin, gate: gate, answers: answers), time: time, use)
  }
}

func withClient<Value>(
  of configuration: ElementsConfiguration, time: TimeSource = SkippingTime().source,
  _ use: (ElementsClient) async throws -> Value
) async throws -> Value {
  let live = LiveElements(configuration: configuration, time: time) { _ in }
  let result: Result<Value, any Error>
  do { result = .success(try await use(live.client)) } catch { result = .failure(error) }
  await live.shutdown()
  return try result.get()
}

/// Why the call failed; nil when it did not.
func reason<Value>(_ call: () async throws(ElementsError) -> Value) async -> ElementsError.Reason? {
  do throws(ElementsError) {
    _ = try await call()
    return nil
  } catch {
    return error.reason
  }
}
