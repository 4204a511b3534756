import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CursesTerminal {
  /// Sends the terminal a sequence that moves no cursor and changes no cell.
  ///
  /// Between two frames, when ncurses has written all it has: what it takes to be on the screen stays true.
  /// - Returns: whether all of it could be written.
  public func send(_ sequence: ClipboardSequence) -> Bool {
    var rest = sequence.bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var state = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        guard poll(&state, 1, -1) > 0 || errno == EINTR else { return false }
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

// With another name, since a type with a method `write` would call that.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
