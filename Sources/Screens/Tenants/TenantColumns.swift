import TerminalUI
import ViewModels

/// How wide the columns of the list of tenants are, and their headings.
enum TenantColumns {
  /// Cells left of the columns: for the risk and for the star.
  static let gutter = 3

  /// Names of this width tell tenants apart that begin alike; in a window narrower than `narrow`, the figures are worth
  /// more.
  private static func all(width: Int) -> [Column] {
    let (isNarrow, isWide) = (width < narrow, width >= wide)
    return TenantColumn.allCases.map { column in
      switch column {
      case .customer: Column(column.title, least: isNarrow ? 12 : 18, ideal: isWide ? 32 : 26)
      case .tenant: Column(column.title, least: isNarrow ? 12 : 14, ideal: isWide ? 30 : 20)
      case .lastDay: Column(column.title, least: 11, ideal: 11, alignment: .trailing)
      case .change: Column(column.title, least: 4, ideal: 5, alignment: .trailing)
      case .last: Column(column.title, least: 11, ideal: 11)
      case .actions: Column(column.title, least: width < roomy ? 13 : 21, ideal: 27)
      case .why: Column(column.title, least: 26, ideal: 60)
      case .total: Column(column.title, least: 9, ideal: 9, alignment: .trailing)
      case .country: Column(column.title, least: 8, ideal: 20)
      }
    }
  }

  private static let narrow = 60
  /// From here on the actions have a bar.
  private static let roomy = 110
  private static let wide = 150

  /// The columns in a window of `width` columns, with the gutter at the left and an empty one at the right.
  /// - Parameter first: columns before this one are scrolled out.
  static func layout(width: Int, first: Int) -> ColumnLayout {
    ColumnLayout(all(width: width), width: width - gutter - 1, first: first)
  }

  static func drawHeadings(
    _ layout: ColumnLayout, order: TenantOrder, glyphs: Glyphs, row: Int, into frame: inout Frame
  ) {
    let columns = all(width: wide)
    for slot in layout.slots {
      guard let column = TenantColumn(rawValue: slot.index) else { continue }
      let isSorted = order.column == column
      let mark = isSorted ? (order.isDescending ? glyphs.descending : glyphs.ascending) : ""
      frame.write(
        mark + column.title, at: Position(column: slot.column + gutter, row: row), width: slot.width,
        alignment: columns[slot.index].alignment, style: isSorted ? .heading : .quiet)
    }
  }
}

extension TenantColumn {
  fileprivate var title: String {
    switch self {
    case .customer: "CUSTOMER"
    case .tenant: "TENANT"
    case .lastDay: "RISKY 24 H"
    case .change: "+"
    case .last: "LAST RISKY"
    case .actions: "RISKY ACTIONS"
    case .why: "WHY"
    case .total: "RISKY ALL"
    case .country: "COUNTRY"
    }
  }
}
