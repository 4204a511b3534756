import Elements
import ElementsSandbox

/// What a terminal shows at one moment.
struct Screen: Equatable, CustomStringConvertible {
  /// Without the blanks at their ends.
  let rows: [String]
  let cursor: (row: Int, column: Int)
  let isCursorVisible: Bool
  /// The full screen that a program puts over the shell's.
  let isAlternate: Bool
  /// The terminal sends what keypad programs expect.
  let isKeypad: Bool
  /// What a program may set by an escape sequence.
  let title: String

  /// Reads one line of facts, then the rows.
  init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    guard !lines.isEmpty else { return nil }
    let facts = lines.removeFirst().split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false)
    guard facts.count == 6, let row = Int(facts[0]), let column = Int(facts[1]) else { return nil }
    rows = lines
    cursor = (row, column)
    isCursorVisible = facts[2] == "1"
    isAlternate = facts[3] == "1"
    isKeypad = facts[4] == "1"
    title = String(facts[5])
  }

  /// What `init` reads, as tmux is asked for it.
  static let facts = "#{cursor_y} #{cursor_x} #{cursor_flag} #{alternate_on} #{keypad_cursor_flag} #{pane_title}"

  static func == (left: Screen, right: Screen) -> Bool {
    left.rows == right.rows && left.cursor == right.cursor && left.isAlternate == right.isAlternate
  }

  var description: String {
    let lines = rows.enumerated().map { ($0 == cursor.row ? "> " : "  ") + $1 }
    return lines.joined(separator: "\n") + "\nalternate: \(isAlternate), cursor visible: \(isCursorVisible)"
  }

  var header: String { rows.first ?? "" }
  var status: String { rows.last ?? "" }
  /// The row that the cursor rests on, which is the selected one.
  var selected: String { rows.indices.contains(cursor.row) ? rows[cursor.row] : "" }

  func contains(_ text: String) -> Bool {
    rows.contains { $0.contains(text) }
  }

  func contains(_ pattern: some RegexComponent) -> Bool {
    rows.contains { $0.contains(pattern) }
  }

  /// The last line that is not empty.
  var lastLine: String { rows.last { !$0.isEmpty } ?? "" }

  /// The sign-ins in view, as their times, from top to bottom; rows that are not loaded have none.
  var times: [String] {
    rows.compactMap { row in row.firstMatch(of: /\d\d-\d\d \d\d:\d\d:\d\d/).map { String($0.output) } }
  }

  /// Whether the list shows these sign-ins, one behind the other, and no others.
  func shows(_ signIns: [SyntheticSignIn]) -> Bool {
    let shown = rows.filter { $0.contains(/\d\d-\d\d \d\d:\d\d:\d\d/) }
    return shown.count == signIns.count && zip(shown, signIns).allSatisfy { $0.shows($1) }
  }
}

extension String {
  /// Whether this row of the list is about a sign-in: its time and, as far as it surely fits, its address.
  func shows(_ synthetic: SyntheticSignIn) -> Bool {
    guard let address = synthetic.signIn.ip, !address.isEmpty else { return contains(synthetic.shownTime) }
    return contains(synthetic.shownTime) && contains(address.prefix(12))
  }
}

extension Timestamp {
  /// `03-04 13:19:58`: the year stands before it where there is room.
  var shown: String {
    String(iso8601.prefix(19).dropFirst(5).replacing("T", with: " "))
  }
}

extension SyntheticSignIn {
  var shownTime: String { signIn.loginTime?.shown ?? "" }
}

extension Tenant {
  /// As lists and headers show it.
  var shortName: String {
    name.hasSuffix(".onmicrosoft.com") ? String(name.dropLast(".onmicrosoft.com".count)) : name
  }
}
