import TerminalUI
import Testing
import ViewModels

extension Session {
  /// What holds of every frame, whatever it shows.
  func expectSoundFrame(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(frame.size == size, sourceLocation: sourceLocation)
    expectWholeCharacters(frame, sourceLocation)
    expectCursor(frame, sourceLocation)
    guard model.overlay == nil, frame.size.rows > 3 else { return }
    expectSelection(frame, sourceLocation)
    if let signIns { expectRiskIsTold(frame, signIns, sourceLocation) }
  }

  private func expectWholeCharacters(_ frame: Frame, _ sourceLocation: SourceLocation) {
    for row in 0..<frame.size.rows {
      var expected = 0
      for (column, cell) in frame.row(row).enumerated() {
        if column == expected {
          expected += cell.width
        } else {
          #expect(cell.width == 0, sourceLocation: sourceLocation)
        }
      }
      #expect(expected == frame.size.columns, "row \(row) is not whole", sourceLocation: sourceLocation)
    }
  }

  private func expectCursor(_ frame: Frame, _ sourceLocation: SourceLocation) {
    guard frame.size.columns > 0 else { return }
    #expect(frame.isCursorVisible == (model.prompt != nil), sourceLocation: sourceLocation)
    guard let cursor = frame.cursor, frame.size.rows > 1 else { return }
    #expect((0..<frame.size.columns).contains(cursor.column), sourceLocation: sourceLocation)
    #expect((0..<frame.size.rows).contains(cursor.row), sourceLocation: sourceLocation)
  }

  /// One row is selected; the cursor rests on it unless it is in a prompt.
  private func expectSelection(_ frame: Frame, _ sourceLocation: SourceLocation) {
    // A picture has its selection where its cursor is.
    if [.hours, .map].contains(model.navigator.ground.kind) {
      #expect(frame.cursor != nil, sourceLocation: sourceLocation)
      return
    }
    let selected = (0..<frame.size.rows).filter { frame.row($0).first?.style == .selected }
    let count = signIns?.viewport.count ?? model.picker.rows.count
    #expect(selected.count == min(1, count), sourceLocation: sourceLocation)
    #expect(frame.cursor != nil, sourceLocation: sourceLocation)
    if model.prompt == nil, let row = selected.first {
      #expect(frame.cursor == Position(column: 0, row: row), sourceLocation: sourceLocation)
    }
  }

  /// A risky sign-in has its mark and, while that column is in view, its word; no other has. So nothing is lost without colours.
  private func expectRiskIsTold(_ frame: Frame, _ signIns: SignInListModel, _ sourceLocation: SourceLocation) {
    guard let cursor = frame.cursor, !frame.isCursorVisible,
      let headings = (0..<frame.size.rows).first(where: { isHeading($0, frame) })
    else { return }
    let viewport = signIns.viewport
    let hasWord = frame.text(row: headings).contains("RISK")
    for place in viewport.visible {
      guard case .signIn(let signIn, _, _) = signIns.row(at: place) else { continue }
      let row = cursor.row + place - viewport.selected
      let mark = Array(frame.row(row))[1].text
      #expect((mark == glyphs.risk) == (signIn.isRisk == true), sourceLocation: sourceLocation)
      #expect((mark == glyphs.unknownRisk) == (signIn.isRisk == nil), sourceLocation: sourceLocation)
      let isWord = frame.text(row: row).contains("risky")
      #expect(isWord == (hasWord && signIn.isRisk == true), "row \(row)", sourceLocation: sourceLocation)
    }
  }

  private func isHeading(_ row: Int, _ frame: Frame) -> Bool {
    ["TIME", "USER", "ADDRESS", "PLACE", "RISK", "PRINCIPAL"].contains { frame.text(row: row).hasPrefix("   \($0)") }
  }
}
