#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that only its owner can read, from its first byte on.
public struct NewFile {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// Creates the folders above it. An existing file is not changed.
  public func write(_ text: String) throws(SettingsError) {
    try write(Array(text.utf8))
  }

  /// Puts other contents in place of what the path names, all at once.
  func replace(by bytes: [UInt8]) throws(SettingsError) {
    let new = "\(path).\(getpid())"
    unlink(new)
    try NewFile(path: new).write(bytes)
    guard rename(new, path) == 0 else {
      let failure = failed()
      unlink(new)
      throw failure
    }
  }

  private func write(_ bytes: [UInt8]) throws(SettingsError) {
    try makeFolders()
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw errno == EEXIST ? isThere : failed() }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = failed()
        unlink(path)
        throw failure
      }
      rest = rest.dropFirst(count)
    }
  }

  /// The folders above it, for their owner alone.
  func makeFolders() throws(SettingsError) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST || errno == EISDIR || access(folder, F_OK) == 0 else {
        throw failed()
      }
    }
  }

  /// The error for a file that exists.
  public var isThere: SettingsError {
    SettingsError("\(path) exists already and was not changed; add a profile to it, or move it away first")
  }

  private func failed() -> SettingsError {
    SettingsError("\(path) can't be written: \(String(cString: strerror(errno)))")
  }
}
