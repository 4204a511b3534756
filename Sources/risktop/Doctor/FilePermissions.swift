#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Who else can read the files that an account is made of.
///
/// A configuration file with a secret that others can read is refused before; keys are as delicate, and none of this program's making.
struct FilePermissions {
  let findings: [Finding]

  init(_ settings: SettingsInForce) {
    let configuration = settings.file?.path
    let keys = [settings.text(.certificateKey) ?? settings.text(.certificate)].compactMap { $0 }
    let files = [configuration].compactMap { $0 } + keys
    let open = files.compactMap { path in Self.mode(path).flatMap { $0 & 0o077 != 0 ? (path: path, mode: $0) : nil } }
    guard !open.isEmpty else {
      findings = files.isEmpty ? [] : [.ok("files", "only you can read \(files.joined(separator: " and "))")]
      return
    }
    findings = open.map { path, mode in
      .advice("files", "others have access to \(path) (mode \(String(mode, radix: 8)))", "chmod 600 \(path)")
    }
  }

  /// Permission bits; nil where there is no such file.
  private static func mode(_ path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt32(status.st_mode) & 0o777 : nil
  }
}
