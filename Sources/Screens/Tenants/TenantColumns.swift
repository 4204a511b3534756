import TerminalUI
import ViewModels

/// The columns of the list of tenants, in the order of `TenantColumn`.
enum TenantColumns {
  /// Names of this width tell tenants apart that begin alike; in a window narrower than `narrow`, the counts are worth more.
  private static func all(isNarrow: Bool) -> [Column] {
    TenantColumn.allCases.map { column in
      switch column {
      case .customer: Column("CUSTOMER", least: isNarrow ? 12 : 18, ideal: 32)
      case .tenant: Column("TENANT", least: isNarrow ? 12 : 20, ideal: 30)
      case .risky: Column("RISKY", least: 6, ideal: 7, alignment: .trailing)
      case .normal: Column("NORMAL", least: 7, ideal: 8, alignment: .trailing)
      case .share: Column("ACTIONS", least: 14, ideal: 24)
      case .country: Column("COUNTRY", least: 8, ideal: 20)
      }
    }
  }

  private static let narrow = 60
  private static let titles = all(isNarrow: false)

  /// The columns in a window of `width` columns, with an empty one at either side.
  /// - Parameter first: columns before this one are scrolled out.
  static func layout(width: Int, first: Int) -> ColumnLayout {
    ColumnLayout(all(isNarrow: width < narrow), width: width - 2, first: first)
  }

  static func drawHeadings(_ layout: ColumnLayout, row: Int, into frame: inout Frame) {
    for slot in layout.slots {
      frame.write(
        titles[slot.index].title, at: Position(column: slot.column + 1, row: row), width: slot.width,
        alignment: titles[slot.index].alignment, style: .quiet)
    }
  }
}
