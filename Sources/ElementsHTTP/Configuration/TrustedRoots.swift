import NIOSSL

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Certificates that are trusted besides those of the system.
struct TrustedRoots: Sendable {
  let certificates: [NIOSSLCertificate]

  /// Reads every certificate of a PEM file. Blocks for as long as the file takes to read.
  init(pemFile path: String) throws(ConfigurationError) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError(field: .caFile, problem: .unreadableFile(path: path))
    }
    certificates = (try? NIOSSLCertificate.fromPEMBytes(Array(bytes))) ?? []
    guard !certificates.isEmpty else {
      throw ConfigurationError(field: .caFile, problem: .noCertificate(path: path))
    }
  }
}
