import TerminalUI

/// The columns of the tenant picker.
enum PickerColumns {
  static let customer = 0
  static let tenant = 1
  static let risky = 2
  static let normal = 3
  static let share = 4
  static let country = 5

  /// Names of this width tell tenants apart that begin alike; in a window narrower than `narrow`, the counts are worth more.
  private static func all(isNarrow: Bool) -> [Column] {
    [
      Column("CUSTOMER", least: isNarrow ? 12 : 18, ideal: 32),
      Column("TENANT", least: isNarrow ? 12 : 22, ideal: 36),
      Column("RISKY", least: 6, ideal: 7, alignment: .trailing),
      Column("NORMAL", least: 7, ideal: 8, alignment: .trailing),
      Column("ACTIONS", least: 14, ideal: 24),
      Column("COUNTRY", least: 14, ideal: 20),
    ]
  }

  private static let narrow = 60
  private static let titles = all(isNarrow: false)

  /// The columns in a window of `width` columns, with an empty one at either side.
  static func layout(width: Int) -> ColumnLayout {
    ColumnLayout(all(isNarrow: width < narrow), width: width - 2)
  }

  static func drawHeadings(_ layout: ColumnLayout, row: Int, into frame: inout Frame) {
    for slot in layout.slots {
      frame.write(
        titles[slot.index].title, at: Position(column: slot.column + 1, row: row), width: slot.width,
        alignment: titles[slot.index].alignment, style: .quiet)
    }
  }
}
