import Settings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Who else can read the files that an account is made of.
///
/// A configuration file with a secret that others can read was refused before. Keys may be shared with other programs,
/// so that for them this is only advice.
struct FilePermissions {
  let findings: [Finding]

  init(_ settings: SettingsInForce) {
    let key = settings.certificateKeyFile ?? settings.text(.certificate)
    let files = [settings.file?.path, key, settings.text(.logFile)].compactMap { $0 }
    let modes = files.compactMap { path in Self.mode(path).map { (path: path, mode: $0) } }
    let open = modes.filter { $0.mode & 0o077 != 0 }
    guard !open.isEmpty else {
      let known = modes.map(\.path).joined(separator: " and ")
      findings = known.isEmpty ? [] : [.ok("files", "only you can read \(known)")]
      return
    }
    findings = open.map { path, mode in
      .advice("files", "others have access to \(path) (mode \(String(mode, radix: 8)))", "chmod 600 \(path)")
    }
  }

  /// Permission bits; nil where there is no such ordinary file.
  private static func mode(_ path: String) -> UInt32? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt32(status.st_mode) & 0o777
  }
}
