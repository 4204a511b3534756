/// How a registration proves to the token endpoint who it is.
public enum Credential: Sendable {
  case secret(Secret)
  case certificate(ClientCertificate)
}
