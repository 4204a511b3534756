import CNIOBoringSSL
import Elements
import NIOSSL

/// A certificate as it was read, with what is asked of it.
struct KeyCertificate {
  let der: [UInt8]
  let notBefore: Timestamp?
  let notAfter: Timestamp?

  /// Copies what is needed; the certificate stays its owner's.
  init?(_ certificate: OpaquePointer) {
    defer { ERR_clear_error() }
    guard let der = bytes(encodedBy: { i2d_X509(certificate, $0) }) else { return nil }
    self.der = der
    notBefore = Self.timestamp(X509_get0_notBefore(certificate))
    notAfter = Self.timestamp(X509_get0_notAfter(certificate))
  }

  /// All that a PEM text holds; none where one of them can't be read.
  static func all(inPEM bytes: [UInt8]) -> [KeyCertificate] {
    let certificates = (try? NIOSSLCertificate.fromPEMBytes(bytes)) ?? []
    return certificates.compactMap { (try? $0.toDERBytes()).flatMap(KeyCertificate.init(der:)) }
  }

  private init?(der: [UInt8]) {
    defer { ERR_clear_error() }
    let certificate = der.withUnsafeBufferPointer { buffer in
      var start = buffer.baseAddress
      return d2i_X509(nil, &start, buffer.count)
    }
    guard let certificate else { return nil }
    defer { X509_free(certificate) }
    self.init(certificate)
  }

  /// A certificate holds its public key as one run of its bytes.
  func belongs(to key: PrivateKey) -> Bool {
    der.contains(key.publicKey)
  }

  private static func timestamp(_ time: UnsafePointer<ASN1_TIME>?) -> Timestamp? {
    var seconds: Int64 = 0
    guard let time, ASN1_TIME_to_posix(time, &seconds) == 1 else { return nil }
    return Timestamp(unixSeconds: seconds)
  }
}
