#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One process at a time: the others wait, but not for long.
struct LockFile {
  private let descriptor: Int32

  /// Tries, and milliseconds between two.
  private static let tries = 40
  private static let pause: UInt32 = 5

  /// Takes the lock. It ends with `unlock`, or with the process.
  init(path: String) throws(SettingsError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw SettingsError("\(path) can't be written: \(String(cString: strerror(errno)))")
    }
    for _ in 0..<Self.tries {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(Self.pause * 1_000)
    }
    let cause = errno == EWOULDBLOCK ? "another risktop holds it" : String(cString: strerror(errno))
    close(descriptor)
    throw SettingsError("\(path) can't be locked: \(cause)")
  }

  func unlock() {
    close(descriptor)
  }
}
