import Elements
import Logging

/// The client that speaks to the real API, and the connections behind it.
///
/// Making it waits for nothing. All calls of one value share one token, one gate and one pool of connections, so a
/// process needs one of them.
public final class LiveElements: Sendable {
  public let client: ElementsClient

  private let connections: Connections
  private let tokens: TokenSource
  private let gate: Gate

  /// - Parameters:
  ///   - log: gets a line for each request, without anything secret.
  ///   - onGateChange: is told whenever a call starts, ends, waits or is held back. It runs in the gate: it must return
  ///     at once.
  public convenience init(
    configuration: ElementsConfiguration, log: Logger? = nil,
    onGateChange: @escaping @Sendable (GateStatus) -> Void = { _ in }
  ) {
    self.init(configuration: configuration, time: .system(), log: log, onGateChange: onGateChange)
  }

  init(
    configuration: ElementsConfiguration, time: TimeSource, log: Logger? = nil,
    onGateChange: @escaping @Sendable (GateStatus) -> Void
  ) {
    let connections = Connections(configuration: configuration)
    let plain = Transport { request throws(TransportFailure) in try await connections.send(request) }
    let transport = log.map { plain.logged(to: $0, time: time, hiding: configuration.secrets) } ?? plain
    let request = TokenRequest(configuration: configuration, transport: transport, time: time)
    let tokens = TokenSource(time: time) { () throws(ElementsError) in try await request.fetch() }
    let gate = Gate(limits: configuration.gate, time: time, report: onGateChange)
    let caller = Caller(gate: gate, tokens: tokens, transport: transport, time: time, configuration: configuration)
    self.connections = connections
    self.tokens = tokens
    self.gate = gate
    client = ElementsClient(caller)
  }

  /// Closes all connections; calls under way end as cancelled, and so does every later one. Calling it again does
  /// nothing.
  public func shutdown() async {
    await gate.close()
    await tokens.cancel()
    await connections.shutdown()
  }
}

/// Its parts hold the token, and the proxy's password as the HTTP client wants it.
extension LiveElements: CustomReflectable {
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension ElementsClient {
  init(_ caller: Caller) {
    self.init(
      customers: { page, priority throws(ElementsError) in
        try await caller.value(.customers(page), priority) { answer, secrets throws(WireProblem) in
          try answer.page(asked: page, of: Customer.self, hiding: secrets)
        }
      },
      actionCounts: { tenant, type, priority throws(ElementsError) in
        try await caller.value(.actionCounts(tenant, type), priority) { answer, _ throws(WireProblem) in
          try answer.actionCounts()
        }
      },
      signIns: { tenant, page, scope, priority throws(ElementsError) in
        try await caller.value(.signIns(tenant, page, scope), priority) { answer, secrets throws(WireProblem) in
          try answer.page(asked: page, of: SignIn.self, hiding: secrets)
        }
      })
  }
}
