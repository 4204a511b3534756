import TerminalUI
import ViewModels

/// What all views of a list have around them: what they rest on, and the status line.
@MainActor
struct ViewChrome {
  let surface: Surface
  let kind: Place.Kind
  /// Nil while nothing is computed yet.
  let coverage: ViewCoverage?

  private var glyphs: Glyphs { surface.glyphs }

  /// - Parameters:
  ///   - lead: what is to be said of what is selected, or of the whole.
  ///   - remarks: what is left out of the view.
  func drawHeader(lead: [StyledText], remarks: [String], into frame: inout Frame) {
    Chrome(surface: surface).drawHeader(into: &frame)
    let columns = frame.size.columns - 2
    frame.write(lead, at: Position(column: 1, row: 1), columns: columns)
    frame.write([rests(remarks, columns: columns)], at: Position(column: 1, row: 2), columns: columns)
  }

  /// What the view was made of; where there is no room for all, the filter is cut.
  private func rests(_ remarks: [String], columns: Int) -> StyledText {
    guard let coverage else { return StyledText("counting \(glyphs.ellipsis)", .quiet) }
    let between = " \(glyphs.separator) "
    let said = ([coverage.words] + remarks).joined(separator: between)
    guard !coverage.filterText.isEmpty else { return StyledText(said, .quiet) }
    let room = columns - StyledText(said + between + "filter: ").width(glyphs: glyphs)
    let filter = StyledText(coverage.filterText).shortened(to: max(8, room), glyphs: glyphs).text
    return StyledText(said + between + "filter: " + filter, .notice)
  }

  /// The prompt of the list's filter while it is open, else where one is.
  func drawStatus(place: String, editor: FilterEditor?, row: Int, into frame: inout Frame) {
    if let editor, let prompt = editor.prompt {
      FilterPromptView(surface: surface, editor: editor, prompt: prompt).draw(
        note: nil, saysFields: false, row: row, into: &frame)
    } else {
      StatusLine(surface: surface, kind: kind).draw(place: place, note: { _ in nil }, row: row, into: &frame)
    }
  }

  /// What stands in place of a view that has nothing to show.
  func drawEmpty(in area: Rect, into frame: inout Frame) {
    let words: String
    if let coverage {
      let what = coverage.scope == .risky ? "risky sign-ins" : "sign-ins"
      words = coverage.loaded == 0 ? "no \(what) are read yet" : "the filter leaves none of the \(what) read"
    } else {
      words = "counting \(glyphs.ellipsis)"
    }
    Chrome(surface: surface).drawNotice([StyledText(words, .quiet)], column: 2, in: area, into: &frame)
    if !surface.dashboard.isTyping { frame.cursor = Position(column: 0, row: area.row) }
  }
}

extension ViewCoverage {
  /// `9 of 12,300 sign-ins read of 120,000`.
  fileprivate var words: String {
    let noun = scope == .risky ? "risky sign-in" : "sign-in"
    let read =
      if isComplete {
        "all \(loaded.counted(noun))"
      } else if let total {
        "\(loaded.counted(noun)) read of \(total.grouped)"
      } else {
        "\(loaded.counted(noun)) read, of how many the server does not say"
      }
    guard !filterText.isEmpty else { return "of \(read)" }
    return "\(counted.grouped)\(isFiltering ? " so far" : "") of \(read)"
  }
}
