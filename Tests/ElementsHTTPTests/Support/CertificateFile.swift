import ElementsHTTP
import Foundation

/// The files of `Certificates`, which its README describes.
enum CertificateFile {
  static let passphrase = Secret("open-sesame")
  /// Of `cert.pem`, as `openssl x509 -fingerprint -sha1` says it.
  static let thumbprint = "A468910EF1F69EDF14283DAE121B3B28FC0B514E"

  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Certificates").appendingPathComponent(name).path
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// `cert.pem` with its key.
  static func certificate() throws -> ClientCertificate {
    try ClientCertificate(file: path("cert.pem"), keyFile: path("key-pkcs8.pem"))
  }
}
