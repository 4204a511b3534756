import CNcursesw
import CTerminalRestore
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal, driven by ncurses: frames go in, keys come out.
///
/// ncurses is one global state, not re-entrant: there is at most one of these, and all its calls are the main actor's.
@MainActor
public final class CursesTerminal {
  /// What the terminal can show, from the locale.
  public let glyphs: Glyphs
  /// Something happened on the terminal: input, a new size, a return to the foreground, its end.
  public let events: TerminalEvents

  private let screen: OpaquePointer
  private let mouse: Bool
  private var palette: Palette
  private var input = TerminalInput(descriptor: STDIN_FILENO)
  private var keys = KeyDecoder()
  private var shown: Frame?

  /// Takes the terminal over: modes, keys and colours. Nothing is drawn before the first frame.
  /// - Parameters:
  ///   - colors: false where the user wants none (`NO_COLOR`).
  ///   - mouse: whether presses and the wheel come as keys; the terminal's own selection then needs Shift.
  /// - Throws: `TerminalUnavailable`, with the terminal as it was.
  public init(colors: Bool, mouse: Bool = false) throws(TerminalUnavailable) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    self.mouse = mouse
    glyphs = Locale.adopt()
    let signals = risktop_signals_install()
    let modes = TerminalModes(of: STDIN_FILENO)
    risktop_restore_remember(STDIN_FILENO)
    guard let screen = risktop_newterm() else { throw .unknownType(Environment.terminalType) }
    self.screen = screen
    guard risktop_capability("cup") != nil else {
      endwin()
      modes?.apply(to: STDIN_FILENO)
      throw .cannotMoveCursor(Environment.terminalType)
    }
    risktop_restore_arm(ModeSequences.leave(mouse: mouse))
    palette = Palette(colors: colors)
    events = TerminalEvents(signals: signals)
    configure()
    ModeSequences.enter(mouse: mouse)
  }

  private func configure() {
    raw()
    noecho()
    nonl()
    let window = risktop_stdscr()
    keypad(window, true)
    // Lets ncurses move lines with the terminal's own scroll, which is most of what a step costs on the wire.
    idlok(window, true)
    leaveok(window, false)
    KeyDecoder.defineKeys()
  }

  /// The window's size as the kernel knows it; ncurses' own where the kernel knows none.
  public var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    risktop_window_size(STDOUT_FILENO, &columns, &rows)
    guard columns > 0, rows > 0 else {
      let window = risktop_stdscr()
      return Size(columns: Int(max(1, getmaxx(window))), rows: Int(max(1, getmaxy(window))))
    }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// The keys pressed so far; of very many the first, which `hasUnreadKeys` then says.
  public func readKeys() -> [Key] {
    let (strokes, hasMore) = input.take()
    return keys.keys(from: strokes, since: events.inputArrival, until: .now, hasMore: hasMore)
  }

  /// Whether keys were left for the next time, of which no event tells.
  public var hasUnreadKeys: Bool { keys.hasMore }

  /// Makes the terminal show a frame, by writing what differs from the one before.
  public func present(_ frame: Frame) {
    risktop_signals_cover_thread()
    adopt(frame.size)
    for row in 0..<frame.size.rows where shown?.row(row) != frame.row(row) {
      draw(frame.row(row), at: row)
    }
    shown = frame
    if let cursor = frame.cursor { move(Int32(cursor.row), Int32(cursor.column)) }
    curs_set(frame.isCursorVisible ? 1 : 0)
    refresh()
  }

  /// Forgets what the terminal shows, so that the next frame is written whole.
  public func invalidate() {
    shown = nil
    clearok(risktop_stdscr(), true)
  }

  /// Gives the terminal back, stops the process group, and takes the terminal again when it goes on.
  public func suspend() {
    leave()
    risktop_stop_group()
    resume()
  }

  /// Takes the terminal again after somebody else stopped and continued the process.
  public func resume() {
    risktop_restore_rearm()
    reset_prog_mode()
    ModeSequences.enter(mouse: mouse)
    invalidate()
  }

  /// The terminal is gone: ends the process as the hang-up that did not reach it would have.
  public func dieOfHangUp() -> Never {
    risktop_die_by(SIGHUP)
    exit(128 + SIGHUP)
  }

  /// Gives the terminal back as it was.
  public func stop() {
    events.cancel()
    leave()
  }

  private func leave() {
    ModeSequences.leaveModes(mouse: mouse)
    curs_set(1)
    // A terminal whose window has grown may keep rows of the full screen where its own come back.
    erase()
    refresh()
    endwin()
    risktop_restore_disarm()
  }

  private func adopt(_ size: Size) {
    let window = risktop_stdscr()
    guard getmaxx(window) != Int32(size.columns) || getmaxy(window) != Int32(size.rows) else { return }
    resizeterm(Int32(size.rows), Int32(size.columns))
    invalidate()
  }

  private func draw(_ cells: ArraySlice<Cell>, at row: Int) {
    move(Int32(row), 0)
    var rest = cells
    while let first = rest.first {
      let run = rest.prefix { $0.style == first.style }
      rest = rest.dropFirst(run.count)
      let text = run.flatMap(WideText.scalars)
      palette.select(first.style)
      text.withUnsafeBufferPointer { buffer in
        _ = addnwstr(buffer.baseAddress, Int32(buffer.count))
      }
    }
  }
}

/// Why there can be no full screen.
public enum TerminalUnavailable: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// ncurses knows no terminal of this type.
  case unknownType(String)
  /// A terminal of this type cannot move its cursor.
  case cannotMoveCursor(String)
}
