import TerminalUI
import ViewModels

extension ShownSignal {
  /// `◆ high travel: NL Amsterdam 20:37 → NG Lagos 22:40: …`, or `quiet travel: both cities are usual for the user`.
  func text(_ glyphs: Glyphs) -> StyledText {
    isQuiet
      ? StyledText("quiet \(rule.rawValue): \(words)", .quiet)
      : StyledText("\(severity.glyph(glyphs)) \(severity.name) \(rule.rawValue): \(words(glyphs))", severity.style)
  }

  /// `◆ NL → NG in 2 h 3 min, touched once`.
  func briefText(_ glyphs: Glyphs) -> StyledText {
    StyledText("\(severity.glyph(glyphs)) \(words(glyphs))", severity.style)
  }

  /// With marks that the terminal can show.
  private func words(_ glyphs: Glyphs) -> String {
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
