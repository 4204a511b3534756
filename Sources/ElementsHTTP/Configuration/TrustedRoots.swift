import NIOSSL

/// Certificates that are trusted besides those of the system.
struct TrustedRoots: Sendable {
  let certificates: [NIOSSLCertificate]

  /// Reads every certificate of a PEM file. Blocks for as long as the file takes to read.
  init(pemFile path: String) throws(ConfigurationError) {
    do {
      certificates = try NIOSSLCertificate.fromPEMFile(path)
    } catch NIOSSLError.failedToLoadCertificate {
      throw ConfigurationError(field: .caFile, problem: .noCertificate(path: path))
    } catch {
      throw ConfigurationError(field: .caFile, problem: .unreadableFile(path: path))
    }
    guard !certificates.isEmpty else {
      throw ConfigurationError(field: .caFile, problem: .noCertificate(path: path))
    }
  }
}
