#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input, output and error, which whoever started the program may have closed.
enum StandardDescriptors {
  /// Takes the places of those that are closed, so that no socket comes to stand there and is written to.
  ///
  /// What stands there can neither be read nor written: that output is lost is an error, and not a success.
  static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is this one, since those below are taken.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
