import CNcursesw
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the terminal can do, found out without touching it.
@MainActor
public struct TerminalAbilities {
  /// `TERM`; empty where it is not set.
  public let type: String
  public let size: Size
  /// 0 for a terminal without colours.
  public let colors: Int
  /// Whether the locale is one of UTF-8.
  public let isUnicode: Bool

  /// - Throws: `TerminalUnavailable` for what would stop the dashboard.
  public init() throws(TerminalUnavailable) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    type = Environment.terminalType
    var problem: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &problem) == OK else { throw .unknownType(type) }
    guard risktop_capability("cup") != nil else { throw .cannotMoveCursor(type) }
    colors = max(0, Int(tigetnum("colors")))
    isUnicode = Locale.adopt().repertoire == .unicode
    var (columns, rows): (Int32, Int32) = (0, 0)
    risktop_window_size(STDOUT_FILENO, &columns, &rows)
    size = Size(columns: Int(columns), rows: Int(rows))
  }
}
