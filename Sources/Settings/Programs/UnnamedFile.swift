#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A temporary file without a name: it is gone with its last descriptor.
struct UnnamedFile: Sendable {
  let descriptor: Int32

  /// No line that is read is longer, in bytes.
  private static let longest = 400

  init?() {
    let folder = EnvironmentVariables.process["TMPDIR"] ?? "/tmp"
    var template = Array("\(folder)/risktop.XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// Writes a text, to be read from its beginning. False where that fails.
  func fill(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return lseek(descriptor, 0, SEEK_SET) == 0
  }

  func close() {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }

  /// What was written to it, up to the first line break. Foreign text.
  var firstLine: String {
    var buffer = [UInt8](repeating: 0, count: Self.longest)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    let line = buffer.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: line, as: UTF8.self)
  }
}
