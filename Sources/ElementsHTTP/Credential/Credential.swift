/// How a registration proves to the token endpoint who it is.
public enum Credential: Sendable {
  case secret(Secret)
  case certificate(ClientCertificate)

  /// What is sent as it is and may therefore be echoed.
  var secrets: [Secret] {
    switch self {
    case .secret(let secret): [secret]
    case .certificate: []
    }
  }
}
