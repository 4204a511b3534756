import Foundation
import NIOSSL

/// A self-signed certificate for `localhost`, for 2020 to 2120, and its key: they protect nothing.
enum TestCertificate {
  private static let certificate = """
    MIIBYjCCAQegAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
    c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
    CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGSNKCuR3sYrZR/Z
    VfroG3QiKN7Eq8fCHm3QMZqDOIATjRcVFfEnGX6TBTdclOGkcYjs2dwh2Ji3E6xR
    L1OPwAOjSDBGMBQGA1UdEQQNMAuCCWxvY2FsaG9zdDAPBgNVHRMBAf8EBTADAQH/
    MB0GA1UdDgQWBBQ935apK07azYlPg4xvYykJYrVPWTAKBggqhkjOPQQDAgNJADBG
    AiEAsOuH3dnaLvKMpObFT7Qj9qPoDcKJxsWB2d29pVKiRlgCIQDuZYYFy08IUCRA
    vKOPCkczYiBIlGAS2oJc/2Mfm7nZvQ==
    """
  private static let key = """
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg8C5yuSVwzK9b20Tn
    IovIuSPfy75C6LT8HaP4Tyg/8T6hRANCAARkjSgrkd7GK2Uf2VX66Bt0IijexKvH
    wh5t0DGagziAE40XFRXxJxl+kwU3XJThpHGI7NncIdiYtxOsUS9Tj8AD
    """

  static func serverContext() throws -> NIOSSLContext {
    let certificate = try NIOSSLCertificate(bytes: bytes(certificate), format: .der)
    let key = try NIOSSLPrivateKey(bytes: bytes(key), format: .der)
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
  }

  /// Of a file of `Certificates` that holds a certificate and its key.
  static func serverContext(
    _ file: String, newest: TLSVersion? = nil, protocols: [String] = []
  ) throws -> NIOSSLContext {
    let path = CertificateFile.path(file)
    let certificates = try NIOSSLCertificate.fromPEMFile(path)
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: certificates.map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: path, format: .pem)))
    configuration.minimumTLSVersion = .tlsv1
    configuration.maximumTLSVersion = newest
    configuration.applicationProtocols = protocols
    return try NIOSSLContext(configuration: configuration)
  }

  /// The certificate as a file that `use` may name.
  static func withFile<Value>(_ use: (String) async throws -> Value) async throws -> Value {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pem")
    let pem = "-----BEGIN CERTIFICATE-----\n\(certificate)\n-----END CERTIFICATE-----\n"
    try pem.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await use(file.path)
  }

  private static func bytes(_ base64: String) -> [UInt8] {
    Array(Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
  }
}
