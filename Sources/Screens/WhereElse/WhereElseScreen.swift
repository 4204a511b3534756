import TerminalUI
import ViewModels

/// One address's or user's sign-ins in all tenants: what they have in common, how far was read, and their list.
@MainActor
struct WhereElseScreen {
  let model: WhereElseModel
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }
  private var list: SignInListView { SignInListView(model: model.signInList, surface: surface) }

  func arrange(_ layout: ScreenLayout) {
    list.arrange(in: area(layout))
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    if !layout.isSmallest {
      Chrome(surface: surface).drawHeader(into: &frame)
      let columns = frame.size.columns - 2
      frame.write(summary(columns: columns), at: Position(column: 1, row: 1), columns: columns)
      frame.write([basis], at: Position(column: 1, row: 2), columns: columns)
    }
    list.draw(headingsRow: layout.headingsRow, in: area(layout), into: &frame)
    list.drawStatus(kind: .whereElse, lookBack: model.lookBack, layout, into: &frame)
  }

  func area(_ layout: ScreenLayout) -> Rect { list.area(layout) }

  private func summary(columns: Int) -> [StyledText] {
    let summary = model.summary
    guard summary.count > 0 else {
      let words = model.isSearching ? "searching what was read \(glyphs.ellipsis)" : "nothing in what was read"
      return [StyledText(words, .quiet)]
    }
    let between = " \(glyphs.separator) "
    let figures = [
      summary.count.counted("sign-in"), summary.users.counted("user"), summary.tenants.count.counted("tenant"),
      countries,
    ]
    let times = [summary.first, summary.last].compactMap { $0 }.map { surface.times.text(of: $0, withYear: false) }
    let span = times.count == 2 ? between + "\(times[0]) to \(times[1])" : ""
    return [
      StyledText("\(summary.risky.grouped) risky", summary.risky > 0 ? .risk : .plain), StyledText(between),
      StyledText(figures.filter { !$0.isEmpty }.joined(separator: between) + span),
      StyledText(model.signInList.markWords.map { between + $0 } ?? "", .notice),
    ]
  }

  /// The three countries with most sign-ins.
  private var countries: String {
    let most = model.summary.countries.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return most.prefix(3).map { "\($0.key) \($0.value.grouped)" }.joined(separator: ", ")
  }

  private var basis: StyledText {
    StyledText(surface.text("in what was read so far: \(.lookFurther) looks further back in all tenants"), .quiet)
  }
}
