/// A setting that can't be used. Holds facts only; sentences are made where they are shown.
public struct ConfigurationError: Error, Hashable, Sendable {
  public let field: Field
  public let problem: Problem

  public init(field: Field, problem: Problem) {
    self.field = field
    self.problem = problem
  }

  /// Which setting it is.
  public enum Field: Hashable, Sendable, CaseIterable {
    case apiURL
    case tokenURL
    case clientID
    case clientSecret
    case certificate
    case certificateKey
    case scopes
    case caFile
    case proxy
  }

  /// What is wrong with it.
  public enum Problem: Hashable, Sendable {
    case empty
    /// Not a URL with a scheme and a host.
    case notAURL
    /// A scheme that this setting has no use for.
    case unsupportedScheme(String)
    /// Plain `http` to a host that is not this machine.
    case plainHTTP(host: String)
    /// A user name or password in a URL that is no proxy's.
    case holdsCredentials
    /// A `?` or `#` part, to which paths can't be added.
    case holdsQuery
    /// More than the token endpoint takes: 300 characters.
    case tooLong(limit: Int)
    /// No file at this path that can be read.
    case unreadableFile(path: String)
    /// A file without a certificate in PEM form.
    case noCertificate(path: String)
    /// Neither a PKCS#12 bundle that can be read nor PEM.
    case neitherBundleNorPEM(path: String)
    /// A bundle or key that is encrypted, and nothing to open it with.
    case passphraseNeeded
    case passphraseWrong
    /// A file without a private key that can be read.
    case noPrivateKey(path: String)
    /// A bundle with a private key, but without the certificate that belongs to it.
    case noCertificateOfKey(path: String)
    case keyNotRSA
    /// An RSA key of fewer bits than RS256 may sign with: 2048.
    case keyTooShort(bits: Int)
    /// A private key that belongs to none of the certificates.
    case keyOfAnother(path: String)
  }
}
