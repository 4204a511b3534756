import TerminalUI
import ViewModels

/// The evidence of a sign-in as lines of text.
@MainActor
struct EvidenceLines {
  let evidence: SignInEvidence?
  /// Which of the sign-ins that it names is chosen.
  let chosen: Int?
  let surface: Surface
  let width: Int

  private var glyphs: Glyphs { surface.glyphs }

  /// All of them, and which is the first that names the chosen sign-in.
  var all: (lines: [[StyledText]], chosen: Int?) {
    guard let evidence else { return ([[], [StyledText("looking for evidence \(glyphs.ellipsis)", .quiet)]], nil) }
    var lines: [[StyledText]] = []
    var chosenLine: Int?
    for line in evidence.lines {
      if case .named(let number, _) = line, number == chosen, chosenLine == nil { chosenLine = lines.count }
      lines += self.lines(line, evidence)
    }
    return (lines, chosenLine)
  }

  private func lines(_ line: SignInEvidence.Line, _ evidence: SignInEvidence) -> [[StyledText]] {
    switch line {
    case .heading(let text): [[]] + wrapped(StyledText(text, .heading))
    case .signal(let text, let severity, let isQuiet): wrapped(StyledText(text, style(severity, isQuiet)))
    case .fact(let text): wrapped(StyledText(text), indent: 2)
    case .quiet(let text): wrapped(StyledText(text, .quiet), indent: 2)
    case .named(let number, let role): named(evidence.named[number], role, isChosen: number == chosen)
    case .lanes(let lanes): LanesView(lanes: lanes, glyphs: glyphs, width: width).lines
    }
  }

  private func style(_ severity: SignalSeverity, _ isQuiet: Bool) -> Style {
    if isQuiet { return .quiet }
    return switch severity {
    case .high: .risk
    case .medium: .heading
    case .low: .plain
    }
  }

  private func named(_ named: SignInEvidence.Named, _ role: String, isChosen: Bool) -> [[StyledText]] {
    let mark = named.isRisky ? glyphs.risk : " "
    let lines = "\(role): \(named.text)".wrapped(to: max(1, width - 4), glyphs: glyphs)
    return lines.enumerated().map { index, text in
      let start = index == 0 ? "\(isChosen ? glyphs.within : " ") \(mark) " : "    "
      return [StyledText(start, named.isRisky ? .risk : .plain), StyledText(text, isChosen ? .selected : .plain)]
    }
  }

  private func wrapped(_ text: StyledText, indent: Int = 0) -> [[StyledText]] {
    text.text.wrapped(to: max(1, width - indent), glyphs: glyphs).map { line in
      [StyledText(String(repeating: " ", count: indent)), StyledText(line, text.style)]
    }
  }
}
