import CNcursesw

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The line discipline of a terminal at one moment.
struct TerminalModes {
  private let modes: termios

  /// Nil where the descriptor is no terminal.
  init?(of descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    self.modes = modes
  }

  func apply(to descriptor: Int32) {
    var modes = modes
    tcsetattr(descriptor, TCSADRAIN, &modes)
  }
}

/// What is written to the terminal beside what ncurses writes.
enum ModeSequences {
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  /// Everything that gives the screen back, for a process that can no longer call ncurses.
  static var leave: String {
    let capabilities = ["sgr0", "op", "cnorm", "rmkx", "rmcup"]
    return pasteOff + capabilities.compactMap { risktop_capability($0) }.map { String(cString: $0) }.joined()
  }

  static func enter() {
    write(pasteOn)
  }

  static func leaveModes() {
    write(pasteOff)
  }

  private static func write(_ sequence: String) {
    var sequence = sequence
    sequence.withUTF8 { bytes in
      #if canImport(Glibc)
        _ = Glibc.write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        _ = Musl.write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
      #else
        _ = Darwin.write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
      #endif
    }
  }
}
