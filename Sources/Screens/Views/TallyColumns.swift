import TerminalUI
import ViewModels

/// The columns of a tally: its values, then their figures.
struct TallyColumns {
  enum Content: Hashable {
    /// Of the field at a place among the tally's.
    case value(Int)
    case figure(TallyColumn)
  }

  let fields: [TallyField]

  var contents: [Content] {
    fields.indices.map { .value($0) } + [.signIns, .users, .risky, .stayed, .last, .first].map { .figure($0) }
  }

  func layout(width: Int, first: Int) -> ColumnLayout {
    ColumnLayout(contents.map(column), width: width - 3, first: first)
  }

  private func column(_ content: Content) -> Column {
    switch content {
    case .value(let place): valueColumn(fields[place])
    case .figure(.value): Column("", least: 1, ideal: 1)
    case .figure(.signIns): Column("SIGN-INS", least: 9, ideal: 9, alignment: .trailing)
    case .figure(.users): Column("USERS", least: 7, ideal: 7, alignment: .trailing)
    case .figure(.risky): Column("RISKY", least: 12, ideal: 12, alignment: .trailing)
    case .figure(.stayed): Column("STAYED", least: 7, ideal: 7, alignment: .trailing)
    case .figure(.last): Column("LAST", least: 14, ideal: 14)
    case .figure(.first): Column("FIRST", least: 14, ideal: 14)
    }
  }

  private func valueColumn(_ field: TallyField) -> Column {
    switch field {
    case .user: Column("USER", least: 17, ideal: 46)
    case .address: Column("ADDRESS", least: 17, ideal: 39)
    case .network: Column("NETWORK", least: 18, ideal: 28)
    case .country: Column("COUNTRY", least: 12, ideal: 28)
    case .city: Column("CITY", least: 17, ideal: 34)
    case .hour: Column("HOUR", least: 13, ideal: 16)
    case .tenant: Column("TENANT", least: 17, ideal: 46)
    }
  }

  func drawHeadings(
    _ layout: ColumnLayout, order: TallyOrder, glyphs: Glyphs, row: Int, into frame: inout Frame
  ) {
    for slot in layout.slots {
      let content = contents[slot.index]
      let column = column(content)
      let isSorted = content == .figure(order.column) || content == .value(0) && order.column == .value
      let mark = isSorted ? (order.isDescending ? glyphs.descending : glyphs.ascending) : ""
      frame.write(
        mark + column.title, at: Position(column: slot.column + 2, row: row), width: slot.width,
        alignment: column.alignment, style: isSorted ? .heading : .quiet)
    }
  }
}
