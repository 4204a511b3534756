import TerminalUI
import ViewModels

/// How wide the columns of the sign-in list are, and their headings.
enum SignInColumnWidths {
  /// Cells left of the columns: for the mark of an unproven seam, and for the risk.
  static let gutter = 3
  /// From this width on the time has its year.
  static let fullTime = 19
  private static let briefTime = 14

  /// A column of the list: one of a sign-in's, its tenant, or its strongest signal.
  enum Content: Hashable {
    case tenant
    case signal
    case signIn(SignInColumn)
  }

  /// The tenant stands behind the time, and the signal behind the risk.
  static func contents(hasTenants: Bool) -> [Content] {
    let own = SignInColumn.allCases.flatMap { $0 == .risk ? [.signIn($0), .signal] : [Content.signIn($0)] }
    return hasTenants ? own.prefix(1) + [.tenant] + own.dropFirst() : own
  }

  private static func columns(time: Int, isNarrow: Bool, hasTenants: Bool) -> [Column] {
    contents(hasTenants: hasTenants).map { content in
      switch content {
      case .tenant: Column("CUSTOMER", least: 12, ideal: 24)
      // In a narrow window it is scrolled to, and then takes what others would like.
      case .signal:
        Column(signalTitle, least: isNarrow ? 20 : hasTenants ? 32 : 40, ideal: 90, isServedFirst: isNarrow)
      case .signIn(let column): self.column(column, time: time)
      }
    }
  }

  private static let signalTitle = "SIGNAL"

  private static func column(_ column: SignInColumn, time: Int) -> Column {
    switch column {
    case .time: Column(column.title, least: briefTime, ideal: time)
    case .user: Column(column.title, least: 16, ideal: 28)
    case .address: Column(column.title, least: 15, ideal: 24)
    case .place: Column(column.title, least: 14, ideal: 26)
    case .risk: Column(column.title, least: 7, ideal: 7)
    case .principalName: Column(column.title, least: 20, ideal: 44)
    }
  }

  /// From this width of the window on there is room for the year: before, the user's name and the address need it more.
  private static let widthForYear = 100

  static func layout(width: Int, first: Int, hasTenants: Bool) -> ColumnLayout {
    ColumnLayout(
      columns(
        time: width < widthForYear ? briefTime : fullTime, isNarrow: width < widthForYear, hasTenants: hasTenants),
      width: width - gutter - 1, first: first)
  }

  static func isSignalShown(in layout: ColumnLayout, hasTenants: Bool) -> Bool {
    let contents = contents(hasTenants: hasTenants)
    return layout.slots.contains { contents[$0.index] == .signal }
  }

  static func drawHeadings(
    _ layout: ColumnLayout, zone: String, hasTenants: Bool, order: SignInOrder?, glyphs: Glyphs, row: Int,
    into frame: inout Frame
  ) {
    let contents = contents(hasTenants: hasTenants)
    for slot in layout.slots {
      let position = Position(column: slot.column + gutter, row: row)
      guard case .signIn(let column) = contents[slot.index] else {
        let title = contents[slot.index] == .tenant ? "CUSTOMER" : signalTitle
        frame.write(title, at: position, width: slot.width, style: .quiet)
        continue
      }
      let isSorted = order?.column == column
      let mark = isSorted ? (order?.isDescending == true ? glyphs.descending : glyphs.ascending) : ""
      let title = column == .time ? "\(column.title) (\(zone))" : column.title
      frame.write(mark + title, at: position, width: slot.width, style: isSorted ? .heading : .quiet)
    }
  }
}
