#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A private key and the certificate that belongs to it, as files hold them.
struct KeyPair {
  let key: PrivateKey
  let certificate: KeyCertificate
  /// Where the key came from, for errors about it.
  let keyPath: String
  let keyField: ConfigurationError.Field

  /// `passphrase` is nil where there is none, never empty.
  init(file: String, keyFile: String?, passphrase: Secret?) throws(ConfigurationError) {
    let bytes = try Self.contents(of: file, for: .certificate)
    if PEMText(bytes) == nil {
      try self.init(bundle: bytes, path: file, passphrase: passphrase)
    } else {
      try self.init(pem: bytes, path: file, keyFile: keyFile, passphrase: passphrase)
    }
  }

  private init(pem bytes: [UInt8], path: String, keyFile: String?, passphrase: Secret?) throws(ConfigurationError) {
    keyPath = keyFile ?? path
    keyField = keyFile == nil ? .certificate : .certificateKey
    let keyBytes = if let keyFile { try Self.contents(of: keyFile, for: .certificateKey) } else { bytes }
    key = try Self.key(in: keyBytes, passphrase: passphrase, path: keyPath, field: keyField)
    let certificates = KeyCertificate.all(inPEM: bytes)
    guard !certificates.isEmpty else {
      throw ConfigurationError(field: .certificate, problem: .noCertificate(path: path))
    }
    guard let own = certificates.last(where: { [key] in $0.belongs(to: key) }) else {
      throw ConfigurationError(field: keyField, problem: .keyOfAnother(path: keyPath))
    }
    certificate = own
  }

  private init(bundle bytes: [UInt8], path: String, passphrase: Secret?) throws(ConfigurationError) {
    func refused(_ problem: ConfigurationError.Problem) -> ConfigurationError {
      ConfigurationError(field: .certificate, problem: problem)
    }
    switch KeyBundle.read(bytes, passphrase: passphrase?.text) {
    case .closed: throw refused(passphrase == nil ? .passphraseNeeded : .passphraseWrong)
    case .unreadable: throw refused(.neitherBundleNorPEM(path: path))
    case .opened(nil, _): throw refused(.noPrivateKey(path: path))
    case .opened(_, nil): throw refused(.noCertificateOfKey(path: path))
    case .opened(let key?, let certificate?):
      self.key = key
      self.certificate = certificate
    }
    keyPath = path
    keyField = .certificate
  }

  private static func key(
    in bytes: [UInt8], passphrase: Secret?, path: String, field: ConfigurationError.Field
  ) throws(ConfigurationError) -> PrivateKey {
    func refused(_ problem: ConfigurationError.Problem) -> ConfigurationError {
      ConfigurationError(field: field, problem: problem)
    }
    guard let text = PEMText(bytes) else { throw refused(.neitherBundleNorPEM(path: path)) }
    guard text.holdsKey else { throw refused(.noPrivateKey(path: path)) }
    if let key = PrivateKey(pem: bytes, passphrase: passphrase?.text) { return key }
    guard text.isEncrypted else { throw refused(.noPrivateKey(path: path)) }
    throw refused(passphrase == nil ? .passphraseNeeded : .passphraseWrong)
  }

  private static func contents(
    of path: String, for field: ConfigurationError.Field
  ) throws(ConfigurationError) -> [UInt8] {
    guard !path.isEmpty else { throw ConfigurationError(field: field, problem: .empty) }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError(field: field, problem: .unreadableFile(path: path))
    }
    return Array(bytes)
  }
}

/// What a file in PEM form says about itself (RFC 7468; RFC 1421 for the older encryption).
private struct PEMText {
  private let text: String

  /// Nil for what is no PEM.
  init?(_ bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("-----BEGIN ") else { return nil }
  }

  var holdsKey: Bool { text.contains("PRIVATE KEY-----") }

  var isEncrypted: Bool {
    text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("Proc-Type: 4,ENCRYPTED")
  }
}
