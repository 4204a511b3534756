import CommandLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many files and connections this process may have open at once, as `ulimit -n` says.
enum OpenFiles {
  /// Of the network library, for each of its threads; it traps where it can't have them.
  private static let eachThread = 3
  /// Connections, certificates, the log, the terminal's signals.
  private static let others = 24

  /// Refuses to begin what would fail because too few descriptors are free.
  /// - Parameter threads: of the network library.
  static func ensureRoom(threads: Int) throws(Complaint) {
    let needed = threads * eachThread + others
    let limit = sysconf(Int32(_SC_OPEN_MAX))
    // Negative where there is no limit.
    guard limit >= 0 else { return }
    var free = 0
    for descriptor in 0..<Int32(clamping: limit) where fcntl(descriptor, F_GETFD) < 0 {
      free += 1
      if free == needed { return }
    }
    throw Complaint(
      status: .configuration,
      text: """
        too few files can be open at once: \(needed) are needed, and \(free) of \(limit) are free
        raise the limit, for example: ulimit -n 1024
        """)
  }
}
