import TerminalUI

extension Frame {
  /// What a row shows, without the blanks at its end.
  func text(row: Int) -> String {
    let text = self.row(row).map(\.text).joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// All rows, one a line.
  var text: String {
    (0..<size.rows).map(text(row:)).joined(separator: "\n")
  }

  /// The frame as a snapshot keeps it: its cells' text, then the styles of the rows that have any, one letter a cell, then the cursor.
  var snapshot: String {
    let styles = (0..<size.rows).compactMap { row -> String? in
      let letters = String(self.row(row).map { Frame.letter($0.style) })
      let shown = String(letters.reversed().drop { $0 == "." }.reversed())
      return shown.isEmpty ? nil : (row < 10 ? " " : "") + "\(row) \(shown)"
    }
    let place = cursor.map { "row \($0.row), column \($0.column)" } ?? "nowhere"
    return """
      \(text)
      --- styles: . plain, d dim, b bold, r risk, f failure, n notice, S selected
      \(styles.joined(separator: "\n"))
      --- \(size.columns)x\(size.rows), cursor: \(place), \(isCursorVisible ? "seen" : "resting")

      """
  }

  private static func letter(_ style: Style) -> Character {
    let letters: [Style: Character] = [
      .plain: ".", .quiet: "d", .heading: "b", .risk: "r", .failure: "f", .notice: "n", .selected: "S",
    ]
    return letters[style] ?? "?"
  }
}
