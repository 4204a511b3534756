import TerminalUI
import ViewModels

extension ShownSignal {
  /// `◆ high travel: NL Amsterdam 20:37 → NG Lagos 22:40: …`, or `quiet travel: both cities are usual for the user`;
  /// in half a line where all of it does not fit into `width` cells.
  func text(_ glyphs: Glyphs, width: Int) -> StyledText {
    guard !isQuiet else { return StyledText("quiet \(rule.rawValue): \(words)", .quiet) }
    let heading = "\(severity.glyph(glyphs)) \(severity.name) \(rule.rawValue): "
    let whole = StyledText(heading + shown(words, glyphs), severity.style)
    return whole.width(glyphs: glyphs) <= width ? whole : StyledText(heading + shown(brief, glyphs), severity.style)
  }

  /// `◆ NL → NG in 2 h 3 min, touched once`.
  func briefText(_ glyphs: Glyphs) -> StyledText {
    StyledText("\(severity.glyph(glyphs)) \(shown(brief, glyphs))", severity.style)
  }

  /// With marks that the terminal can show.
  private func shown(_ words: String, _ glyphs: Glyphs) -> String {
    guard glyphs.repertoire == .ascii else { return words }
    return words.replacing("→", with: "->").replacing("·", with: glyphs.separator)
  }
}

extension SignalSeverity {
  func glyph(_ glyphs: Glyphs) -> String {
    switch self {
    case .low: glyphs.severities.low
    case .medium: glyphs.severities.medium
    case .high: glyphs.severities.high
    }
  }

  var style: Style {
    switch self {
    case .low: .plain
    case .medium: .heading
    case .high: .risk
    }
  }
}
