import TerminalUI
import ViewModels

/// What a key can do.
enum Command: Hashable, Sendable {
  case move(ListMovement)
  case columns(Int)
  case enter
  case back
  case escape
  case interrupt
  case filter
  case riskyOnly
  case sort
  case reverseSort
  case mark
  case markAll
  case only(FilterField)
  case without(FilterField)
  case nextRisk(Int)
  case neighbour(Int)
  case refresh
  case timeZone
  case help
  case messages
  case repaint
  case suspend
}

/// What only the owner of the terminal can do.
public enum TerminalRequest: Hashable, Sendable {
  case repaint
  case suspend
}

/// Keys with what they do, as they work and as the help shows them.
struct KeyBinding: Sendable {
  /// Where a binding works.
  enum Place: Hashable, Sendable {
    case everywhere
    case picker
    case tenant
  }

  let keys: [Key]
  /// The keys as the help names them; empty where another binding's line names them too.
  let label: String
  let does: String
  let command: Command
  let place: Place

  private init(_ label: String, _ keys: [Key], _ does: String, _ command: Command, in place: Place = .everywhere) {
    self.keys = keys
    self.label = label
    self.does = does
    self.command = command
    self.place = place
  }

  static let all: [KeyBinding] = [
    KeyBinding("j Down", [.character("j"), .down], "next row", .move(.down)),
    KeyBinding("k Up", [.character("k"), .up], "previous row", .move(.up)),
    KeyBinding("PgDn ^F", [.pageDown, .control("f")], "a screen down", .move(.pageDown)),
    KeyBinding("PgUp ^B", [.pageUp, .control("b")], "a screen up", .move(.pageUp)),
    KeyBinding("^D", [.control("d")], "half a screen down", .move(.halfPageDown)),
    KeyBinding("^U", [.control("u")], "half a screen up", .move(.halfPageUp)),
    KeyBinding("g Home", [.character("g"), .home], "first row", .move(.first)),
    KeyBinding("G End", [.character("G"), .end], "last row", .move(.last)),
    KeyBinding("Right", [.right], "later columns", .columns(1), in: .tenant),
    KeyBinding("Left", [.left], "earlier columns", .columns(-1), in: .tenant),
    KeyBinding("Enter", [.enter], "open the tenant", .enter, in: .picker),
    KeyBinding("Enter", [.enter], "all fields of the sign-in", .enter, in: .tenant),
    KeyBinding("/", [.character("/")], "filter", .filter, in: .picker),
    KeyBinding("/", [.character("/")], "filter", .filter, in: .tenant),
    KeyBinding("R", [.character("R")], "risky only, on and off", .riskyOnly, in: .tenant),
    KeyBinding("n", [.character("n")], "next risky sign-in", .nextRisk(1), in: .tenant),
    KeyBinding("N", [.character("N")], "previous risky sign-in", .nextRisk(-1), in: .tenant),
    KeyBinding("u U", [.character("u")], "only, without this user", .only(.user), in: .tenant),
    KeyBinding("", [.character("U")], "", .without(.user), in: .tenant),
    KeyBinding("i I", [.character("i")], "only, without this address", .only(.ip), in: .tenant),
    KeyBinding("", [.character("I")], "", .without(.ip), in: .tenant),
    KeyBinding("c C", [.character("c")], "only, without this country", .only(.country), in: .tenant),
    KeyBinding("", [.character("C")], "", .without(.country), in: .tenant),
    KeyBinding("s", [.character("s")], "sort by the next column", .sort, in: .tenant),
    KeyBinding("S", [.character("S")], "reverse the sort", .reverseSort, in: .tenant),
    KeyBinding("Space", [.character(" ")], "mark", .mark, in: .tenant),
    KeyBinding("a", [.character("a")], "mark all matches", .markAll, in: .tenant),
    KeyBinding("]", [.character("]")], "next tenant", .neighbour(1), in: .tenant),
    KeyBinding("[", [.character("[")], "previous tenant", .neighbour(-1), in: .tenant),
    KeyBinding("r F5", [.character("r"), .function(5)], "refresh, retry what failed", .refresh),
    KeyBinding("z", [.character("z")], "times in UTC or local", .timeZone),
    KeyBinding("M", [.character("M")], "messages so far", .messages),
    KeyBinding("? F1", [.character("?"), .function(1)], "this help", .help),
    KeyBinding("^L", [.control("l")], "repaint", .repaint),
    KeyBinding("^Z", [.control("z")], "suspend", .suspend),
    KeyBinding("Esc", [.escape], "close, or clear the filter", .escape, in: .picker),
    KeyBinding("Esc", [.escape], "close, stop, or go back", .escape, in: .tenant),
    KeyBinding("q", [.character("q")], "close, or leave", .back, in: .picker),
    KeyBinding("q", [.character("q")], "close, or go back", .back, in: .tenant),
    KeyBinding("^C", [.control("c")], "close, or leave", .interrupt),
  ]

  static func command(for key: Key, in place: Place) -> Command? {
    all.first { ($0.place == place || $0.place == .everywhere) && $0.keys.contains(key) }?.command
  }
}
