import NIOSOCKS

extension TransportFailure {
  /// What a SOCKS5 proxy said (RFC 1928, sections 3 and 6); nil for an error of another kind.
  init?(socks error: any Error, proxy: ProxyAddress) {
    switch error {
    case let error as SOCKSError.ConnectionFailed: self.init(error.reply, proxy)
    case is SOCKSError.InvalidAuthenticationSelection, is SOCKSError.NoValidAuthenticationMethod:
      self.init(
        kind: .hopeless,
        cause: "the proxy \(proxy.place) wants a user name and password, which only HTTP proxies are given")
    case is SOCKSError.InvalidProtocolVersion, is SOCKSError.InvalidReservedByte, is SOCKSError.InvalidAddressType,
      is SOCKSError.UnexpectedRead:
      self.init(kind: .hopeless, cause: "the proxy \(proxy.place) does not speak SOCKS5")
    default: return nil
    }
  }

  private init(_ reply: SOCKSServerReply, _ proxy: ProxyAddress) {
    switch reply {
    case .notAllowed, .commandUnsupported, .addressUnsupported:
      self.init(kind: .hopeless, cause: "the proxy \(proxy.place) refused to connect")
    default:
      self.init(kind: .broken, cause: "by the proxy \(proxy.place): \(Self.cause(reply))")
    }
  }

  private static func cause(_ reply: SOCKSServerReply) -> String {
    switch reply {
    case .networkUnreachable: "network unreachable"
    case .hostUnreachable: "no route to the host"
    case .refused: "connection refused"
    case .ttlExpired: "timed out"
    default: "it could not connect"
    }
  }
}
