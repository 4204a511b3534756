import TerminalUI
import ViewModels

/// One line of the sign-in list.
struct SignInRowView {
  let row: SignInRow
  /// The tenant that it is of, in a list of many.
  var tenant: TenantIdentity?
  var signal: ShownSignal?
  /// How many rows it stands for.
  var foldedCount = 1
  let times: TimeDisplay
  let glyphs: Glyphs
  /// The line above stands for the same failed page.
  let repeatsFailure: Bool
  /// What of the texts is to be underlined; nil where there is no filter.
  let filter: Filter?

  /// - Parameter columns: of the list.
  func draw(_ layout: ColumnLayout, row line: Int, columns: Int, into frame: inout Frame) {
    switch row {
    case .signIn(let signIn, let isSeam, let isMarked):
      if isMarked { frame.write(glyphs.mark, at: Position(column: 0, row: line), style: .notice) }
      if isSeam { frame.write(glyphs.seam, at: Position(column: 0, row: line), style: .failure) }
      draw(signIn, layout, row: line, into: &frame)
    case .pending:
      // One mark a row: rows that are on their way are drawn twice, and each cell costs the terminal's line.
      frame.write(glyphs.pending, at: Position(column: SignInColumnWidths.gutter, row: line), style: .quiet)
    case .failed(let error):
      let text = repeatsFailure ? "failed" : error.summary
      let position = Position(column: SignInColumnWidths.gutter, row: line)
      frame.write([StyledText(text, .failure)], at: position, columns: columns - position.column - 1)
    }
  }

  private func draw(_ signIn: SignIn, _ layout: ColumnLayout, row line: Int, into frame: inout Frame) {
    let mark = riskMark(signIn.isRisk)
    frame.write(mark.text, at: Position(column: 1, row: line), width: 1, style: mark.style)
    if foldedCount > 1 { frame.write(glyphs.times, at: Position(column: 2, row: line), width: 1, style: .notice) }
    let contents = SignInColumnWidths.contents(hasTenants: tenant != nil)
    for slot in layout.slots {
      let position = Position(column: slot.column + SignInColumnWidths.gutter, row: line)
      guard case .signIn(let column) = contents[slot.index] else {
        let cell = contents[slot.index] == .tenant ? StyledText(tenant?.customerText ?? "") : signalText(slot.width)
        frame.write(cell.text, at: position, width: slot.width, style: cell.style)
        continue
      }
      let cell = text(of: signIn, column, width: slot.width)
      frame.write(cell.text, at: position, width: slot.width, style: cell.style)
      guard let filter else { continue }
      for range in signIn.highlights(of: filter, in: column) {
        frame.underline(range, of: cell.text, at: position, width: slot.width)
      }
    }
  }

  private func signalText(_ width: Int) -> StyledText {
    let count = foldedCount > 1 ? "\(glyphs.times)\(foldedCount.grouped) " : ""
    guard let text = signal?.text(glyphs, width: width - StyledText(count).width(glyphs: glyphs)) else {
      return StyledText("")
    }
    return StyledText(count + text.text, text.style)
  }

  private func riskMark(_ isRisk: Bool?) -> StyledText {
    switch isRisk {
    case true?: StyledText(glyphs.risk, .risk)
    case false?: StyledText(" ")
    case nil: StyledText(glyphs.unknownRisk, .quiet)
    }
  }

  private func text(of signIn: SignIn, _ column: SignInColumn, width: Int) -> StyledText {
    switch column {
    case .time:
      let isFull = width >= SignInColumnWidths.fullTime
      return present(signIn.loginTime.map { times.text(of: $0, withYear: isFull) })
    case .risk:
      // What is usual has no style of its own: a change of style in each row is most of what a page costs.
      return StyledText(signIn.riskWord, signIn.isRisk.map { $0 ? .heading : .plain } ?? .quiet)
    case .user, .address, .place, .principalName: return present(column.text(of: signIn))
    }
  }

  private func present(_ text: String?) -> StyledText {
    text.flatMap { $0.isEmpty ? nil : StyledText($0) } ?? StyledText("-", .quiet)
  }
}
