import CTerminalRestore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks for a secret on the terminal, without showing it.
public struct HiddenInput {
  public enum Outcome: Hashable, Sendable {
    case text(String)
    /// There is no terminal to ask on.
    case noTerminal
    /// Left with ^C, which ends the program.
    case interrupted
    /// Left with ^D.
    case ended
  }

  /// The terminal itself, so that standard input and output may be anything.
  public static func ask(_ question: String) -> Outcome {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return .noTerminal }
    defer { close(terminal) }
    return HiddenInput(terminal: terminal).ask(question)
  }

  private let terminal: Int32

  private func ask(_ question: String) -> Outcome {
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return .noTerminal }
    risktop_fatal_signals_install()
    risktop_restore_remember(terminal)
    risktop_restore_arm("")
    defer { risktop_restore_disarm() }
    var quiet = before
    // Keys come one by one and as bytes: ^C must not end the program while the terminal does not echo.
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    withUnsafeMutableBytes(of: &quiet.c_cc) { characters in
      // A read waits for one key, however long that takes.
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    guard tcsetattr(terminal, TCSAFLUSH, &quiet) == 0 else { return .noTerminal }
    say(question)
    // After ^Z and fg the terminal would echo again.
    signal(SIGTSTP, SIG_IGN)
    let outcome = readLine()
    signal(SIGTSTP, SIG_DFL)
    tcsetattr(terminal, TCSAFLUSH, &before)
    say("\n")
    if outcome == .interrupted { risktop_die_by(SIGINT) }
    return outcome
  }

  private func readLine() -> Outcome {
    var line = HiddenLine()
    while true {
      var byte: UInt8 = 0
      let count = read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return .ended }
      if let outcome = line.take(byte) { return outcome }
    }
  }

  private func say(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
  }
}

/// A line that is typed, key by key.
struct HiddenLine {
  private var bytes: [UInt8] = []

  /// Nil until the line is complete.
  mutating func take(_ byte: UInt8) -> HiddenInput.Outcome? {
    switch byte {
    case 0x0A, 0x0D: return .text(String(decoding: bytes, as: UTF8.self))
    case 0x03: return .interrupted
    case 0x04: return bytes.isEmpty ? .ended : nil
    case 0x08, 0x7F: eraseCharacter()
    case 0x15: bytes = []
    case 0..<0x20: break
    default: bytes.append(byte)
    }
    return nil
  }

  private mutating func eraseCharacter() {
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
  }
}
