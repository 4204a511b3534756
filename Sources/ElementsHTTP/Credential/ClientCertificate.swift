import Crypto
import Elements
import JWTKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A certificate and its private RSA key, which signs what a registration says about itself.
///
/// The key has no way into a description, a mirror or an error.
public struct ClientCertificate: Sendable {
  /// From when it holds; nil where the certificate names no date that can be read.
  public let notBefore: Timestamp?
  /// Until when it holds, inclusive. An expired certificate is no error here: the clock may be wrong.
  public let notAfter: Timestamp?
  /// SHA-1 of the certificate in DER, as 40 upper-case hexadecimal digits: what the vendor's portal shows.
  public let thumbprint: String
  /// The same digest as the header `x5t` wants it.
  let x5t: String
  let key: JWTKit.Insecure.RSA.PrivateKey

  /// The shortest RSA key, in bits, that RS256 may sign with (RFC 7518, section 3.3).
  static let shortestKey = 2_048

  /// Reads a PKCS#12 bundle (`.pfx`, `.p12`), or PEM with the key in the same file or in another.
  ///
  /// Of several certificates that one is taken which belongs to the key. Blocks for as long as the files take to read.
  ///
  /// - Parameters:
  ///   - file: the bundle, or the certificate in PEM form.
  ///   - keyFile: the key in PEM form, PKCS#8 or PKCS#1. A bundle brings its own, and needs none.
  ///   - passphrase: opens an encrypted bundle or key; not looked at where nothing is encrypted.
  /// - Throws: `ConfigurationError` for `certificate` or `certificateKey`.
  public init(file: String, keyFile: String? = nil, passphrase: Secret? = nil) throws(ConfigurationError) {
    let given = passphrase.flatMap { $0.isEmpty ? nil : $0 }
    try self.init(KeyPair(file: file, keyFile: keyFile, passphrase: given))
  }

  private init(_ pair: KeyPair) throws(ConfigurationError) {
    guard pair.key.isRSA else { throw ConfigurationError(field: pair.keyField, problem: .keyNotRSA) }
    guard pair.key.bits >= Self.shortestKey else {
      throw ConfigurationError(field: pair.keyField, problem: .keyTooShort(bits: pair.key.bits))
    }
    guard let key = try? JWTKit.Insecure.RSA.PrivateKey(pem: pair.key.pem) else {
      throw ConfigurationError(field: pair.keyField, problem: .noPrivateKey(path: pair.keyPath))
    }
    self.key = key
    let digest = Array(Crypto.Insecure.SHA1.hash(data: pair.certificate.der))
    thumbprint = digest.map { $0.twoHexadecimalDigits }.joined()
    x5t = digest.base64URL
    notBefore = pair.certificate.notBefore
    notAfter = pair.certificate.notAfter
  }
}

extension ClientCertificate: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "(certificate \(thumbprint))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension UInt8 {
  /// Upper case.
  fileprivate var twoHexadecimalDigits: String {
    let digits = String(self, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}

extension [UInt8] {
  /// RFC 4648, section 5, without padding.
  fileprivate var base64URL: String {
    let text = Data(self).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    return String(text.prefix { $0 != "=" })
  }
}
