import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOPosix
import NIOSSL

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension TransportFailure {
  /// What an error of the HTTP client, of NIO or of TLS means, in words for whoever has to mend it.
  init(_ error: any Error, limits: AnswerLimits, proxy: ProxyAddress?) {
    let plain = TransportFailure(error, limits: limits)
    if let proxy, let failure = TransportFailure(socks: error, proxy: proxy) {
      self = failure
    } else if let proxy, let refusal = Self.refusal(error, by: proxy) {
      self.init(kind: .hopeless, cause: refusal)
    } else if let proxy, plain.kind == .broken {
      self.init(kind: plain.kind, cause: "by the proxy \(proxy.place): \(plain.cause)")
    } else {
      self = plain
    }
  }

  private static func refusal(_ error: any Error, by proxy: ProxyAddress) -> String? {
    switch error as? HTTPClientError {
    case .invalidProxyResponse: return "the proxy \(proxy.place) refused to connect"
    case .proxyAuthenticationRequired:
      let isGiven = if case .http = proxy.kind { true } else { false }
      return "the proxy \(proxy.place) "
        + (isGiven ? "does not accept the user name and password" : "wants a user name and password")
    default: return nil
    }
  }

  private init(_ error: any Error, limits: AnswerLimits) {
    switch error {
    case is CancellationError: self = .cancelled
    case is ResponseAccumulator.ResponseTooBigError, InflationError.tooLarge: self = .tooLarge(limits)
    case is InflationError:
      self.init(kind: .hopeless, cause: "the answer could not be decompressed")
    case let error as HTTPClientError: self.init(error, limits)
    case let error as NIOHTTP2Errors.StreamError: self.init(error.baseError, limits: limits)
    case let error as NIOHTTP2Errors.StreamClosed: self.init(error)
    case is NIOHTTP2Errors.CreatedStreamAfterGoaway, ChannelError.ioOnClosedChannel: self = .notTakenOn
    case let error as NIOConnectionError: self.init(error, limits)
    case let error as NIOSSLError: self.init(error)
    case let error as NIOSSLExtraError:
      let isAnotherHost = error == .failedToValidateHostname || error == .serverHostnameImpossibleToMatch
      let cause = isAnotherHost ? "the certificate is for another host" : "no agreement with the server"
      self.init(kind: .hopeless, cause: "TLS: \(cause)")
    case let error as BoringSSLError: self.init(.handshakeFailed(error))
    case let error as IOError: self.init(kind: .broken, cause: Self.cause(errno: error.errnoCode))
    case ChannelError.connectTimeout: self = .timedOut("timed out after", limits.connect, kind: .broken)
    case is SocketAddressError: self = .unknownName
    case HTTPParserError.invalidEOFState:
      self.init(kind: .broken, cause: "the server closed the connection before the answer was whole")
    case is HTTPParserError: self.init(kind: .hopeless, cause: "the answer is not HTTP")
    default: self.init(kind: .broken, cause: "the connection broke")
    }
  }

  private init(_ error: HTTPClientError, _ limits: AnswerLimits) {
    switch error {
    // Who cancels or shuts down is told before: this is a request that went to a connection which was just closing.
    case .cancelled: self = .notTakenOn
    case .alreadyShutdown: self = .cancelled
    case .connectTimeout, .tlsHandshakeTimeout, .httpProxyHandshakeTimeout, .socksHandshakeTimeout,
      .getConnectionFromPoolTimeout:
      self = .timedOut("timed out after", limits.connect, kind: .broken)
    case .readTimeout: self = .timedOut("no answer within", limits.idle, kind: .hopeless)
    case .writeTimeout, .deadlineExceeded: self = .timedOut("no complete answer within", limits.whole, kind: .hopeless)
    case .remoteConnectionClosed: self.init(kind: .broken, cause: "the server closed the connection")
    case .invalidURL, .emptyHost, .emptyScheme: self.init(kind: .hopeless, cause: "the address can't be used")
    default: self.init(kind: .broken, cause: "the connection broke")
    }
  }

  /// A stream of HTTP/2 that ended without an answer.
  ///
  /// REFUSED_STREAM says that nothing was done (RFC 9113, section 8.7). A stream above the last one of a GOAWAY, of
  /// which the same holds, is told as CANCEL.
  private init(_ error: NIOHTTP2Errors.StreamClosed) {
    switch error.errorCode {
    case .refusedStream, .cancel: self = .notTakenOn
    default: self.init(kind: .broken, cause: "the server ended the request without an answer")
    }
  }

  private init(_ error: NIOConnectionError, _ limits: AnswerLimits) {
    guard let failure = error.connectionErrors.last else {
      self = .unknownName
      return
    }
    self.init(failure.error, limits: limits)
  }

  /// BoringSSL tells its reasons in the text of its error stack alone.
  private init(_ error: NIOSSLError) {
    guard case .handshakeFailed(let reason) = error else {
      let isCertificate = if case .unableToValidateCertificate = error { true } else { false }
      self.init(
        kind: isCertificate ? .hopeless : .broken,
        cause: isCertificate ? "TLS: certificate not trusted" : "the connection broke")
      return
    }
    let text = String(describing: reason)
    if text.contains("CERTIFICATE_VERIFY_FAILED") {
      self.init(kind: .hopeless, cause: "TLS: certificate not trusted")
    } else if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
      self.init(kind: .hopeless, cause: "TLS: the server does not speak TLS")
    } else if text.contains("PROTOCOL_VERSION") || text.contains("UNSUPPORTED_PROTOCOL") {
      self.init(kind: .hopeless, cause: "TLS: the server offers nothing newer than 1.1")
    } else if text.contains("EOF during handshake") {
      self.init(kind: .broken, cause: "TLS: the server closed the connection")
    } else {
      self.init(kind: .hopeless, cause: "TLS: no agreement with the server")
    }
  }

  private static let notTakenOn = TransportFailure(
    kind: .notTakenOn, cause: "the server takes on no requests on its connections")
  private static let unknownName = TransportFailure(kind: .broken, cause: "name could not be resolved")

  private static func tooLarge(_ limits: AnswerLimits) -> TransportFailure {
    TransportFailure(kind: .tooLarge, cause: "more than \(limits.bytes) bytes")
  }

  private static func timedOut(_ words: String, _ limit: Duration, kind: Kind) -> TransportFailure {
    TransportFailure(kind: kind, cause: "\(words) \(limit.secondsText) s")
  }

  private static func cause(errno code: CInt) -> String {
    switch POSIXErrorCode(rawValue: code) {
    case .ECONNREFUSED: "connection refused"
    case .ECONNRESET, .EPIPE, .ECONNABORTED: "the server closed the connection"
    case .ETIMEDOUT: "timed out"
    case .EHOSTUNREACH, .EHOSTDOWN: "no route to the host"
    case .ENETUNREACH, .ENETDOWN, .EADDRNOTAVAIL: "network unreachable"
    case .EACCES, .EPERM: "not permitted"
    case .EMFILE, .ENFILE: "too many open files"
    default: "input/output error \(code)"
    }
  }
}

extension Duration {
  /// Seconds, to the millisecond: `10`, `0.2`.
  var secondsText: String {
    let seconds = (self / .milliseconds(1)).rounded() / 1_000
    return seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }
}
