import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that lines are added to, and that only its owner can read.
final class LogFile: Sendable {
  private let descriptor: Int32
  /// Lines of several tasks do not mix.
  private let isWriting = Mutex(())

  /// Creates the file, or appends to an existing one, which only its owner can read from then on.
  init(path: String) throws(SettingsError) {
    descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw Self.failed(path, String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Self.failed(path, "it is not a regular file")
    }
    guard fchmod(descriptor, 0o600) == 0 else {
      defer { close(descriptor) }
      throw Self.failed(path, String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }

  /// A log that can't be written is no reason to stop.
  func write(line: String) {
    var rest = Array((line + "\n").utf8)[...]
    isWriting.withLock { _ in
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  private static func failed(_ path: String, _ cause: String) -> SettingsError {
    SettingsError("the log file \(path) can't be written: \(cause)")
  }
}
