import TerminalUI
import ViewModels

/// One line of a tally.
@MainActor
struct TallyRowView {
  let row: TallyRow
  let model: TallyModel
  let times: TimeDisplay
  let glyphs: Glyphs

  func draw(_ contents: [TallyColumns.Content], _ layout: ColumnLayout, at line: Int, into frame: inout Frame) {
    let figures = row.figures
    if figures.risky > 0 {
      frame.write(glyphs.risk, at: Position(column: 0, row: line), width: 1, style: .risk)
    }
    for slot in layout.slots {
      let position = Position(column: slot.column + 2, row: line)
      switch contents[slot.index] {
      case .value(let place): frame.write(value(place), at: position, columns: slot.width)
      case .figure(.value): break
      case .figure(.signIns): write(figures.signIns, at: position, slot, into: &frame)
      case .figure(.users): write(figures.users, at: position, slot, into: &frame)
      case .figure(.stayed): write(figures.stayed, at: position, slot, into: &frame)
      case .figure(.risky): frame.write(risky, at: position, width: slot.width, alignment: .trailing)
      case .figure(.last): write(figures.last, at: position, slot, into: &frame)
      case .figure(.first): write(figures.first, at: position, slot, into: &frame)
      }
    }
  }

  private func write(_ count: Int, at position: Position, _ slot: ColumnLayout.Slot, into frame: inout Frame) {
    frame.write(count.grouped(within: slot.width), at: position, width: slot.width, alignment: .trailing)
  }

  private func write(_ time: Timestamp?, at position: Position, _ slot: ColumnLayout.Slot, into frame: inout Frame) {
    frame.write(time.map { times.text(of: $0, withYear: false) } ?? "-", at: position, width: slot.width)
  }

  /// How many are risky, and their share.
  private var risky: String {
    let figures = row.figures
    guard figures.risky > 0 else { return "0" }
    let share = Double(figures.risky) / Double(max(1, figures.signIns))
    return "\(figures.risky.grouped(within: 6)) \(share.percentage)"
  }

  private func value(_ place: Int) -> [StyledText] {
    let value = row.values[place]
    switch value {
    case .user(let user):
      let name = user.name ?? ""
      let other = user.words.displayName.flatMap { $0 == name || $0.isEmpty ? nil : $0 }
      return [StyledText(name)] + (other.map { [StyledText("  \($0)", .quiet)] } ?? [])
    case .address(let text), .network(let text): return [StyledText(text)]
    case .country(let text):
      return [StyledText(text)] + (value.countryName.map { [StyledText("  \($0)", .quiet)] } ?? [])
    case .city(let city, let country):
      return [StyledText([country, city].compactMap { $0 }.joined(separator: " "))]
    case .hour(let hour):
      let digits = hour < 10 ? "0\(hour)" : "\(hour)"
      return [StyledText("\(digits):00-\(digits):59")]
    case .tenant(let number): return [StyledText(model.name(of: number))]
    case .none: return [StyledText("no \(model.fields[place].missing)", .quiet)]
    }
  }
}

extension TallyField {
  /// What is missing where there is no value.
  fileprivate var missing: String { self == .hour ? "time" : noun }
}
