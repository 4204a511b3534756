import TerminalUI

/// The columns of the tenant picker.
enum PickerColumns {
  static let customer = 0
  static let tenant = 1
  static let risky = 2
  static let normal = 3
  static let share = 4
  static let country = 5

  static let all = [
    Column("CUSTOMER", least: 16, ideal: 32),
    Column("TENANT", least: 16, ideal: 36),
    Column("RISKY", least: 6, ideal: 7, alignment: .trailing),
    Column("NORMAL", least: 7, ideal: 8, alignment: .trailing),
    Column("ACTIONS", least: 14, ideal: 24),
    Column("COUNTRY", least: 12, ideal: 20),
  ]

  static func drawHeadings(_ layout: ColumnLayout, row: Int, into frame: inout Frame) {
    for slot in layout.slots {
      frame.write(
        all[slot.index].title, at: Position(column: slot.column + 1, row: row), width: slot.width,
        alignment: all[slot.index].alignment, style: .quiet)
    }
  }
}
