import TerminalUI
import ViewModels

/// The columns of the addresses: those that they can be sorted by, and the listed country.
enum AddressColumns {
  enum Content: Hashable {
    case figure(AddressColumn)
    case country
  }

  static let contents: [Content] = [
    .figure(.address), .country, .figure(.customers), .figure(.users), .figure(.signIns), .figure(.risky),
    .figure(.stayed), .figure(.last), .figure(.first), .figure(.tenants),
  ]

  static func layout(width: Int, first: Int) -> ColumnLayout {
    ColumnLayout(contents.map(column), width: width - 3, first: first)
  }

  private static func column(_ content: Content) -> Column {
    switch content {
    case .country: Column("COUNTRY", least: 7, ideal: 9)
    case .figure(.address): Column("ADDRESS", least: 17, ideal: 39)
    case .figure(.customers): Column("CUSTOMERS", least: 10, ideal: 10, alignment: .trailing)
    case .figure(.tenants): Column("TENANTS", least: 8, ideal: 8, alignment: .trailing)
    case .figure(.users): Column("USERS", least: 7, ideal: 7, alignment: .trailing)
    case .figure(.signIns): Column("SIGN-INS", least: 9, ideal: 9, alignment: .trailing)
    case .figure(.risky): Column("RISKY", least: 12, ideal: 12, alignment: .trailing)
    case .figure(.stayed): Column("STAYED", least: 8, ideal: 8, alignment: .trailing)
    case .figure(.last): Column("LAST", least: 14, ideal: 14)
    case .figure(.first): Column("FIRST", least: 14, ideal: 14)
    }
  }

  static func drawHeadings(
    _ layout: ColumnLayout, order: AddressOrder, glyphs: Glyphs, row: Int, into frame: inout Frame
  ) {
    for slot in layout.slots {
      let column = column(contents[slot.index])
      let isSorted = contents[slot.index] == .figure(order.column)
      let mark = isSorted ? (order.isDescending ? glyphs.descending : glyphs.ascending) : ""
      frame.write(
        mark + column.title, at: Position(column: slot.column + 2, row: row), width: slot.width,
        alignment: column.alignment, style: isSorted ? .heading : .quiet)
    }
  }
}
