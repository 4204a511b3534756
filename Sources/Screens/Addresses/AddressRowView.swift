import TerminalUI
import ViewModels

/// One line of the addresses.
struct AddressRowView {
  let address: AddressRow
  let times: TimeDisplay
  let glyphs: Glyphs

  func draw(_ layout: ColumnLayout, row: Int, into frame: inout Frame) {
    if address.figures.risky > 0 {
      frame.write(glyphs.risk, at: Position(column: 0, row: row), width: 1, style: .risk)
    }
    for slot in layout.slots {
      let position = Position(column: slot.column + 2, row: row)
      switch AddressColumns.contents[slot.index] {
      case .country: frame.write(address.country ?? "", at: position, width: slot.width, style: .quiet)
      case .figure(.address): frame.write(address.ip, at: position, width: slot.width)
      case .figure(.customers): write(address.figures.customers, at: position, slot, into: &frame)
      case .figure(.tenants): write(address.figures.tenants, at: position, slot, into: &frame)
      case .figure(.users): write(address.figures.users, at: position, slot, into: &frame)
      case .figure(.signIns): write(address.figures.signIns, at: position, slot, into: &frame)
      case .figure(.risky):
        frame.write(risky, at: position, width: slot.width, alignment: .trailing)
      case .figure(.stayed): write(address.figures.stayed, at: position, slot, into: &frame)
      case .figure(.last): write(address.figures.last, at: position, slot, into: &frame)
      case .figure(.first): write(address.figures.first, at: position, slot, into: &frame)
      }
    }
  }

  private func write(_ count: UInt32, at position: Position, _ slot: ColumnLayout.Slot, into frame: inout Frame) {
    frame.write(Int(count).grouped(within: slot.width), at: position, width: slot.width, alignment: .trailing)
  }

  private func write(_ time: Timestamp?, at position: Position, _ slot: ColumnLayout.Slot, into frame: inout Frame) {
    frame.write(time.map { times.text(of: $0, withYear: false) } ?? "-", at: position, width: slot.width)
  }

  /// How many are risky, and their share.
  private var risky: String {
    let figures = address.figures
    guard figures.risky > 0 else { return "0" }
    let share = Double(figures.risky) / Double(max(1, figures.signIns))
    return "\(Int(figures.risky).grouped(within: 6)) \(share.percentage)"
  }
}
