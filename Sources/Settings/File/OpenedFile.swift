#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file's bytes and who else can read them, both of one file, even if it is replaced meanwhile.
struct OpenedFile {
  struct Failure: Error, Hashable {
    /// In the system's words.
    let cause: String
  }

  /// In bytes.
  private static let longest = 1_024 * 1_024

  let bytes: [UInt8]
  /// Permission bits and type, as of `stat`.
  let mode: UInt32

  let owner: UInt32

  /// Whether the group or everybody else may read it.
  var isOpenToOthers: Bool { mode & 0o044 != 0 }

  /// Whether anybody but this user and root may change it.
  var isOthersToWrite: Bool { mode & 0o022 != 0 || (owner != geteuid() && owner != 0) }

  /// Nil where there is no such file.
  init?(path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Failure(cause: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(cause: String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(cause: "it is not a regular file") }
    guard status.st_size <= Self.longest else { throw Failure(cause: "it is larger than 1 MB") }
    mode = UInt32(status.st_mode)
    owner = status.st_uid
    bytes = try Self.contents(of: descriptor)
  }

  private static func contents(of descriptor: Int32) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= longest {
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(cause: String(cString: strerror(errno))) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
