import Elements

/// Tries the parts of a configuration one by one, for whoever must find out which of them fails.
///
/// Nothing is retried but the token request, and no secret goes anywhere but to the token endpoint.
public struct Diagnosis: Sendable {
  private let configuration: ElementsConfiguration
  private let connections: Connections
  private let time: TimeSource
  private let names: NameLookUp

  public init(_ configuration: ElementsConfiguration) {
    self.init(configuration, time: .system())
  }

  init(_ configuration: ElementsConfiguration, time: TimeSource, names: NameLookUp = .system) {
    self.configuration = configuration
    self.time = time
    self.names = names
    connections = Connections(configuration: configuration)
  }

  /// The way that requests to this endpoint take.
  public func route(to endpoint: EndpointURL) -> Route {
    guard let proxy = configuration.proxies.route(to: endpoint) else { return .straight }
    return .proxy(host: proxy.host, port: proxy.port)
  }

  /// The addresses of a host, as texts, in the order in which the system prefers them. Never empty.
  ///
  /// Ends after the time that the configuration gives a connection. The system's own look-up may go on unseen.
  ///
  /// - Throws: `unreachable` with the host and why it has no address; `cancelled`.
  public func addresses(of host: String) async throws(ElementsError.Reason) -> [String] {
    try await names.addresses(of: host, within: configuration.answers.connect)
  }

  /// Connects by the endpoint's route, with TLS where it is `https`, and asks its host for `/`, without credentials.
  ///
  /// - Throws: `unreachable`, `unexpectedAnswer` or `cancelled`; no status is an error here.
  public func reach(_ endpoint: EndpointURL) async throws(ElementsError.Reason) -> Contact {
    let before = time.unixSeconds()
    do throws(TransportFailure) {
      let answer = try await connections.send(OutgoingRequest(endpoint: endpoint.root, method: .get))
      return Contact(answer, between: before, and: time.unixSeconds())
    } catch {
      throw error.reason(host: endpoint.host)
    }
  }

  /// Asks for a token as the client does, again without the customers scope where that was refused, and forgets it.
  ///
  /// - Throws: `ElementsError` with the call `token`.
  public func token() async throws(ElementsError) -> Grant {
    let transport = Transport { [connections] request throws(TransportFailure) in try await connections.send(request) }
    let request = TokenRequest(configuration: configuration, transport: transport, time: time)
    let token = try await request.fetch()
    return Grant(scopes: token.scopes, refused: request.scopes.refused, lifetime: token.lifetime)
  }

  /// Closes all connections; what is under way ends as cancelled.
  public func shutdown() async {
    await connections.shutdown()
  }
}

/// Its parts hold the proxy's password as the HTTP client wants it.
extension Diagnosis: CustomReflectable {
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The way to an endpoint.
public enum Route: Hashable, Sendable {
  case straight
  case proxy(host: String, port: Int)
}

/// What the token endpoint granted.
public struct Grant: Hashable, Sendable {
  /// Nil where the answer names none, which means those asked for (RFC 6749, section 5.1).
  public let scopes: [String]?
  /// Of the configuration's, those without which it was granted.
  public let refused: [String]
  public let lifetime: Duration
}
