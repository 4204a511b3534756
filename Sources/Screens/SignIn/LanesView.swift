import TerminalUI
import ViewModels

/// What a user did around a sign-in: a line for each listed country, time from left to right, and below them where the
/// sign-in itself is.
@MainActor
struct LanesView {
  let lanes: SignInLanes
  let glyphs: Glyphs
  let width: Int

  private static let label = 12

  private var columns: Int { max(1, width - LanesView.label - 2) }

  var lines: [[StyledText]] {
    lanes.lanes.map(line) + [axis]
  }

  private func line(_ lane: SignInLanes.Lane) -> [StyledText] {
    let name = StyledText(name(lane.name)).shortened(to: LanesView.label - 1, glyphs: glyphs)
    let gap = String(repeating: " ", count: LanesView.label - name.width(glyphs: glyphs))
    return [StyledText("  "), name, StyledText(gap)] + cells(lane.marks(columns: columns))
  }

  private func name(_ name: SignInLanes.Name) -> String {
    switch name {
    case .country(let country): country
    case .noCountry: "no country"
    case .others(let count): "\(count.grouped) others"
    }
  }

  /// Neighbours with the same mark as one piece.
  private func cells(_ marks: [SignInLanes.Mark]) -> [StyledText] {
    var pieces: [(mark: SignInLanes.Mark, text: String)] = []
    for mark in marks {
      if pieces.last?.mark == mark {
        pieces[pieces.count - 1].text += glyph(mark)
      } else {
        pieces.append((mark, glyph(mark)))
      }
    }
    return pieces.map { StyledText($0.text, style($0.mark)) }
  }

  private func glyph(_ mark: SignInLanes.Mark) -> String {
    switch mark {
    case .none: glyphs.pending
    case .signIn: glyphs.mark
    case .risky: glyphs.risk
    }
  }

  private func style(_ mark: SignInLanes.Mark) -> Style {
    switch mark {
    case .none: .quiet
    case .signIn: .plain
    case .risky: .risk
    }
  }

  /// `-48 h            ^ this   +12 h`, as far as there is room.
  private var axis: [StyledText] {
    let center = SignInLanes.centerColumn(columns: columns)
    let (start, end) = ("-\(SignInLanes.hoursBefore) h", "+\(SignInLanes.hoursAfter) h")
    var cells = Array(repeating: Character(" "), count: columns)
    func write(_ text: String, at column: Int) {
      for (offset, character) in text.enumerated() where cells.indices.contains(column + offset) {
        cells[column + offset] = character
      }
    }
    if center > start.count { write(start, at: 0) }
    if columns - end.count > center + 1 { write(end, at: columns - end.count) }
    write(glyphs.ascending, at: center)
    return [StyledText(String(repeating: " ", count: LanesView.label + 2)), StyledText(String(cells), .quiet)]
  }
}
