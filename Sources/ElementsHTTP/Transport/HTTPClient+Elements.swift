import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension HTTPClient.Configuration {
  /// Verified TLS of version 1.2 or newer, no redirects, and no tries of the client's own: those are counted elsewhere.
  static func elements(answers: AnswerLimits, roots: TrustedRoots?, proxy: ProxyAddress?) -> Self {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let roots { tls.additionalTrustRoots = [.certificates(roots.certificates)] }
    // Leaving must not wait for a peer that is gone.
    tls.shutdownTimeout = .milliseconds(50)
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: tls, redirectConfiguration: .disallow,
      timeout: Timeout(connect: TimeAmount(answers.connect), read: TimeAmount(answers.idle)),
      proxy: proxy.map(Proxy.init), decompression: .disabled)
    configuration.connectionPool.retryConnectionEstablishment = false
    return configuration
  }
}

extension HTTPClient.Configuration.Proxy {
  fileprivate init(_ address: ProxyAddress) {
    switch address.kind {
    case .http(let user, let password):
      let credentials = HTTPClient.Authorization.basic(username: user, password: password.text)
      self = .server(host: address.host, port: address.port, authorization: credentials)
    case .anonymousHTTP: self = .server(host: address.host, port: address.port)
    case .socks5: self = .socksServer(host: address.host, port: address.port)
    }
  }
}

extension HTTPClient.Request {
  init(_ request: OutgoingRequest) throws {
    var headers: HTTPHeaders = [
      "Accept": "application/json", "Accept-Encoding": "gzip, deflate", "User-Agent": "risktop",
    ]
    if let bearer = request.bearer { headers.add(name: "Authorization", value: "Bearer \(bearer.text)") }
    switch request.method {
    case .get:
      headers.add(name: "Content-Type", value: "application/json")
      try self.init(url: request.url, headers: headers)
    case .post(let content, let contentType):
      headers.add(name: "Content-Type", value: contentType)
      try self.init(url: request.url, method: .POST, headers: headers, body: .string(content.text))
    }
  }
}

extension HTTPAnswer {
  /// The body is decompressed to at most `limit` bytes.
  init(_ response: HTTPClient.Response, limit: Int) throws {
    let bytes = response.body.map { Data($0.readableBytesView) } ?? Data()
    self.init(
      status: Int(response.status.code),
      requestID: response.headers.first(name: "request-id").map { String($0.prefix(Self.longestRequestID)) },
      retryAfter: response.headers.first(name: "Retry-After"),
      body: response.headers.isCompressed && !bytes.isEmpty ? try bytes.inflated(limit: limit) : bytes,
      date: response.headers.first(name: "Date"))
  }
}

extension HTTPHeaders {
  /// In a way that was asked for; `x-gzip` is another name of gzip (RFC 9110, section 8.4.1.3).
  fileprivate var isCompressed: Bool {
    let codings = self[canonicalForm: "Content-Encoding"].map { $0.lowercased() }.filter { $0 != "identity" }
    return codings == ["gzip"] || codings == ["x-gzip"] || codings == ["deflate"]
  }
}

extension TimeAmount {
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self = .seconds(seconds) + .nanoseconds(attoseconds / 1_000_000_000)
  }
}
