import TerminalUI
import ViewModels

/// All fields of one sign-in, over the list.
@MainActor
struct DetailsScreen {
  let signIn: SignIn?
  let times: TimeDisplay
  let glyphs: Glyphs

  private static let label = 16

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let width = min(frame.size.columns, 100)
    let valueWidth = max(1, width - 4 - DetailsScreen.label)
    let lines = fields.flatMap { wrapped($0.0, $0.1, width: valueWidth) }
    let box = frame.bounds.dropping(bottom: 1).centered(columns: width, rows: lines.count + 4)
    let inside = frame.drawBox(box, title: "Sign-in", glyphs: glyphs)
    let shown = lines.count + 1 < inside.rows ? lines.count : max(0, inside.rows - 1)
    for (line, pieces) in lines.prefix(shown).enumerated() {
      frame.write(pieces, at: Position(column: inside.column, row: inside.row + line), columns: inside.columns)
    }
    let hidden = lines.count - shown
    let hint =
      hidden > 0
      ? "\(hidden.counted("more line")): enlarge the window"
      : "j k next and previous sign-in \(glyphs.separator) Esc closes"
    frame.write(
      [StyledText(hint, .quiet)], at: Position(column: inside.column, row: inside.row + inside.rows - 1),
      columns: inside.columns)
    frame.cursor = Position(column: inside.column, row: inside.row)
  }

  private func wrapped(_ label: String, _ value: StyledText, width: Int) -> [[StyledText]] {
    value.text.wrapped(to: width, glyphs: glyphs).enumerated().map { index, text in
      let name = index == 0 ? label : ""
      return [
        StyledText(name + String(repeating: " ", count: max(0, DetailsScreen.label - name.count)), .quiet),
        StyledText(text, value.style),
      ]
    }
  }

  private var fields: [(String, StyledText)] {
    guard let signIn else { return [("", StyledText("this row is not loaded yet", .quiet))] }
    return [
      ("Time", time(signIn)),
      ("User", text(signIn.userDisplayName)),
      ("Principal name", text(signIn.userPrincipalName)),
      ("User id", text(signIn.userID)),
      ("Address", text(signIn.ip)),
      ("Country", text(signIn.country)),
      ("City", text(signIn.city)),
      ("Coordinates", text(signIn.coordinates)),
      ("Risk", risk(signIn)),
      ("Sign-in id", text(signIn.id)),
    ]
  }

  private func time(_ signIn: SignIn) -> StyledText {
    guard let loginTime = signIn.loginTime else { return text(nil) }
    guard times.isLocal else { return StyledText(loginTime.iso8601) }
    let zone = times.fields(of: loginTime).zone
    return StyledText("\(times.text(of: loginTime, withYear: true)) \(zone)  (\(loginTime.iso8601))")
  }

  private func risk(_ signIn: SignIn) -> StyledText {
    let word = signIn.riskWord
    switch signIn.isRisk {
    case true?: return StyledText("\(word.text), by the partner's workflows", word.style)
    case false?: return StyledText("\(word.text) so far; may turn risky within 48 hours", word.style)
    case nil: return text(nil)
    }
  }

  private func text(_ value: String?) -> StyledText {
    value.flatMap { $0.isEmpty ? nil : StyledText($0) } ?? StyledText("not given", .quiet)
  }
}
