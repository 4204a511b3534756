import Settings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output without a buffer: what was written has left.
public struct StandardOutput: Sendable {
  public enum Failure: Error, Hashable {
    /// Nobody reads it any more, as after `| head -1`.
    case closed
    /// In the system's words.
    case failed(String)
  }

  private let descriptor: Int32

  public init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    // A closed pipe is an error like any other, also before the network library asks for the same.
    signal(SIGPIPE, SIG_IGN)
  }

  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The terminal's width in cells; nil where it is not a terminal, or its size is unknown.
  var columns: Int? { TerminalWidth.columns(of: descriptor) }

  /// Whether nobody reads it any more. Asked without writing, so that a command without matches ends too.
  var isClosed: Bool {
    var state = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&state, 1, 0) == 1 && state.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0
  }

  /// Returns when nobody reads it any more. False where that can't be found out.
  func waitUntilClosed() -> Bool {
    var state = pollfd(fd: descriptor, events: 0, revents: 0)
    while poll(&state, 1, -1) < 0 { guard errno == EINTR else { return false } }
    return true
  }

  func write(_ bytes: ArraySlice<UInt8>) throws(Failure) {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else {
        try recover(from: errno)
      }
    }
  }

  /// Writes lines for people.
  public func write(lines: [String]) throws(Ending) {
    do throws(Failure) {
      try write(Array(lines.map { $0 + "\n" }.joined().utf8)[...])
    } catch {
      throw Ending(error)
    }
  }

  private func recover(from code: Int32) throws(Failure) {
    switch code {
    case EINTR: return
    case EAGAIN: waitForRoom()
    case EPIPE: throw .closed
    default: throw .failed(String(cString: strerror(code)))
    }
  }

  /// Another program that shares the terminal or pipe may have told it not to block.
  private func waitForRoom() {
    var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&state, 1, -1)
  }
}

enum TerminalWidth {
  /// In cells; nil where the descriptor is not a terminal, or its size is unknown.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
