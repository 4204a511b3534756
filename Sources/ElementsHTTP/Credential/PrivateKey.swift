import CNIOBoringSSL

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A private key as it was read, before it is known to be of use.
///
/// BoringSSL is asked directly, since NIOSSL traps on what a file or a user can bring: a passphrase beyond ASCII here,
/// a bundle without a key or certificate in `KeyBundle`.
struct PrivateKey {
  let isRSA: Bool
  /// Of the modulus, for RSA.
  let bits: Int
  /// PKCS#1 for RSA.
  private let der: [UInt8]
  /// The public half in DER, as a certificate holds it (SubjectPublicKeyInfo, RFC 5280).
  let publicKey: [UInt8]

  /// The first private key in a PEM text; nil where there is none that can be read with this passphrase.
  init?(pem: [UInt8], passphrase: String?) {
    defer { ERR_clear_error() }
    let key = pem.withUnsafeBytes { bytes -> OpaquePointer? in
      guard let text = BIO_new_mem_buf(bytes.baseAddress, bytes.count) else { return nil }
      defer { BIO_free(text) }
      guard let passphrase else { return PEM_read_bio_PrivateKey(text, nil, nil, nil) }
      // Without a callback the last argument is the passphrase itself.
      return passphrase.withCString { PEM_read_bio_PrivateKey(text, nil, nil, UnsafeMutableRawPointer(mutating: $0)) }
    }
    guard let key else { return nil }
    defer { EVP_PKEY_free(key) }
    self.init(key)
  }

  /// Copies what is needed; the key stays its owner's.
  init?(_ key: OpaquePointer) {
    defer { ERR_clear_error() }
    guard let der = bytes(encodedBy: { i2d_PrivateKey(key, $0) }),
      let publicKey = bytes(encodedBy: { i2d_PUBKEY(key, $0) })
    else { return nil }
    isRSA = EVP_PKEY_id(key) == EVP_PKEY_RSA
    bits = Int(EVP_PKEY_bits(key))
    self.der = der
    self.publicKey = publicKey
  }

  /// An RSA key in the form that JWTKit reads.
  var pem: String {
    "-----BEGIN RSA PRIVATE KEY-----\n\(Data(der).base64EncodedString())\n-----END RSA PRIVATE KEY-----\n"
  }
}

/// What one of BoringSSL's `i2d` functions writes; nil where it fails.
func bytes(encodedBy encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> CInt) -> [UInt8]? {
  var start: UnsafeMutablePointer<UInt8>?
  let count = encode(&start)
  guard let start else { return nil }
  defer { OPENSSL_free(start) }
  return count > 0 ? Array(UnsafeBufferPointer(start: start, count: Int(count))) : nil
}
