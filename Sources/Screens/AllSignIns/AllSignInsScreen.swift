import TerminalUI
import ViewModels

/// The sign-ins of all tenants: how far they are read, what is missing, and their list.
@MainActor
struct AllSignInsScreen {
  let model: SignInsModel
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
      frame.write(reach, at: Position(column: 1, row: 1), columns: columns)
      frame.write(missing(within: columns), at: Position(column: 1, row: 2), columns: columns)
    }
    list.draw(headingsRow: layout.headingsRow, in: area(layout), into: &frame)
    list.drawStatus(kind: .signIns, lookBack: model.lookBack, layout, into: &frame)
  }

  func area(_ layout: ScreenLayout) -> Rect { list.area(layout) }

  /// What is shown, of how many tenants, and down to which time it is complete.
  private var reach: [StyledText] {
    let (answered, all) = model.reach
    let isRisky = model.signInList.scope == .risky
    let what = StyledText(isRisky ? "Risky sign-ins" : "All sign-ins", isRisky ? .risk : .heading)
    let between = " \(glyphs.separator) "
    var words = answered >= all ? "" : "\(between)newest page of \(answered.grouped) read"
    words += " \(glyphs.separator) \(model.signInList.coverage.loaded.grouped) read"
    if model.isWhole {
      words += ", to the end"
    } else if let line = model.settledDownTo {
      words += ", complete after \(surface.times.text(of: line, withYear: false))"
    }
    // Of the figures the last are cut where there is no room.
    let marks = StyledText(model.signInList.markWords.map { between + $0 } ?? "", .notice)
    return [what, StyledText(" of \(all.counted("tenant"))"), marks, StyledText(words)]
  }

  /// The tenants that are missing or out of order, by name as far as there is room.
  private func missing(within columns: Int) -> [StyledText] {
    let exclusions = model.exclusions
    guard !exclusions.isEmpty else { return [] }
    let customers = exclusions.map(\.tenant.customerText)
    let named = exclusions.map { exclusion in
      let (customer, tenant) = (exclusion.tenant.customerText, exclusion.tenant.tenantText)
      let isOne = customers.count { $0 == customer } == 1
      return "\(isOne ? customer : tenant): \(words(for: exclusion.reason))"
    }
    let text = "\(exclusions.count.counted("tenant")) missing or out of order: \(named.joined(separator: "; "))"
    return [StyledText(text, .failure).shortened(to: columns, glyphs: glyphs)]
  }

  private func words(for reason: MergeExclusion) -> String {
    switch reason {
    case .failed(let error): error.shortReason
    case .unsorted: "not newest first"
    case .unproven: "times are missing"
    case .forgotten: surface.text("no longer kept, \(.refresh) reads it again")
    }
  }
}
