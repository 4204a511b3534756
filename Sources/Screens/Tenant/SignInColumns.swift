import TerminalUI
import ViewModels

/// The columns of the sign-in list.
enum SignInColumns {
  static let time = 0
  static let user = 1
  static let address = 2
  static let place = 3
  static let risk = 4
  static let principal = 5

  /// Cells left of the columns: for the mark of an unproven seam, and for the risk.
  static let gutter = 3
  /// From this width on the time has its year.
  static let fullTime = 19
  private static let briefTime = 14

  static let all = columns(time: fullTime)

  private static func columns(time: Int) -> [Column] {
    [
      Column("TIME", least: briefTime, ideal: time),
      Column("USER", least: 16, ideal: 28),
      Column("ADDRESS", least: 15, ideal: 24),
      Column("PLACE", least: 14, ideal: 26),
      Column("RISK", least: 7, ideal: 7),
      Column("PRINCIPAL NAME", least: 20, ideal: 44),
    ]
  }

  /// From this width of the window on there is room for the year: before, the user's name and the address need it more.
  private static let widthForYear = 100

  static func layout(width: Int, first: Int) -> ColumnLayout {
    ColumnLayout(
      columns(time: width < widthForYear ? briefTime : fullTime), width: width - gutter - 1, first: first)
  }

  static func drawHeadings(
    _ layout: ColumnLayout, zone: String, order: SignInOrder?, glyphs: Glyphs, row: Int, into frame: inout Frame
  ) {
    for slot in layout.slots {
      var title = slot.index == time ? "TIME (\(zone))" : all[slot.index].title
      if let order, order.column.index == slot.index {
        title = (order.isDescending ? glyphs.descending : glyphs.ascending) + title
      }
      frame.write(title, at: Position(column: slot.column + gutter, row: row), width: slot.width, style: .quiet)
    }
  }
}

extension SignInColumn {
  /// Which of the list's columns shows it.
  fileprivate var index: Int {
    switch self {
    case .time: SignInColumns.time
    case .user: SignInColumns.user
    case .address: SignInColumns.address
    case .place: SignInColumns.place
    case .risk: SignInColumns.risk
    case .principalName: SignInColumns.principal
    }
  }

  /// The column in a sentence.
  var noun: String {
    switch self {
    case .time: "time"
    case .user: "user"
    case .address: "address"
    case .place: "place"
    case .risk: "risk"
    case .principalName: "principal name"
    }
  }
}
