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
  /// Presses and the wheel, in the form without limits of columns.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// Everything that gives the screen back, for a process that can no longer call ncurses.
  static func leave(mouse: Bool) -> String {
    let capabilities = ["sgr0", "op", "cnorm", "rmkx", "rmcup"]
    return (mouse ? mouseOff : "") + pasteOff
      + capabilities.compactMap { risktop_capability($0) }.map { String(cString: $0) }.joined()
  }

  static func enter(mouse: Bool) {
    write(pasteOn + (mouse ? mouseOn : ""))
  }

  static func leaveModes(mouse: Bool) {
    write((mouse ? mouseOff : "") + pasteOff)
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
