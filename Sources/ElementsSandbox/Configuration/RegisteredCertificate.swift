import Crypto
import JWTKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The public part of a certificate whose holder may sign in.
public struct RegisteredCertificate: Sendable, Equatable {
  /// Of at least 2,048 bits.
  let key: JWTKit.Insecure.RSA.PublicKey
  /// The SHA-1 of the certificate's DER, 20 bytes, by which an assertion names it.
  let thumbprint: [UInt8]

  private static let begin = "-----BEGIN CERTIFICATE-----"
  private static let end = "-----END CERTIFICATE-----"

  /// Reads the first certificate of a PEM text (RFC 7468), which may hold others and keys.
  public init(pem: String) throws(CertificateError) {
    guard let first = pem.firstRange(of: Self.begin),
      let last = pem[first.upperBound...].firstRange(of: Self.end),
      let der = Data(base64Encoded: String(pem[first.upperBound..<last.lowerBound]), options: .ignoreUnknownCharacters)
    else { throw .noCertificate }
    do {
      key = try JWTKit.Insecure.RSA.PublicKey(certificatePEM: String(pem[first.lowerBound..<last.upperBound]))
    } catch {
      throw .noUsableKey
    }
    thumbprint = Array(Crypto.Insecure.SHA1.hash(data: der))
  }

  /// What stands in an assertion's `x5t`: base64url without padding (RFC 7515, section 4.1.7).
  var x5t: String {
    Data(thumbprint).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// What stands in an assertion's `kid`: hexadecimal digits in upper case.
  var keyID: String {
    thumbprint.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }
}

/// Why a certificate can't be registered.
public enum CertificateError: Error, Hashable, Sendable {
  /// No certificate in PEM.
  case noCertificate
  /// It is damaged, or its key is not RSA of at least 2,048 bits.
  case noUsableKey
}
