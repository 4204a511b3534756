import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A failure that ends the program: what was tried, what happened, what to do.
struct Complaint: Error, Hashable {
  let status: ExitStatus
  /// One or more lines without a line break at the end. Foreign text in it has lost its own line breaks.
  let text: String

  /// Says it on standard error and gives what ends the program with its status.
  func report() -> ExitCode {
    Console.standardError().say(self)
    return status.exitCode
  }
}

enum StandardError {
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }
}
