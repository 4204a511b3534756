import SafeText

/// A table in GitHub's Markdown, whose columns stand below one another as plain text too.
struct MarkdownTable<Record: Sendable>: Sendable {
  private let columns: [TableColumn<Record>]
  /// In cells; longer texts are not cut.
  private var widths: [Int]

  /// The line below the headings has three characters at least in each column.
  private static var least: Int { 3 }

  init(_ columns: [TableColumn<Record>]) {
    self.columns = columns
    widths = columns.map { max(Self.least, MarkdownText.escaped($0.title).count) }
  }

  /// Makes the columns as wide as these records need.
  mutating func fit(_ records: some Sequence<Record>) {
    for record in records {
      for (place, column) in columns.enumerated() {
        widths[place] = max(widths[place], Self.width(MarkdownText.escaped(column.text(record))))
      }
    }
  }

  func appendHeadings(to output: inout ReportBytes) {
    append(columns.map { MarkdownText.escaped($0.title) }, to: &output)
    let rules = zip(columns, widths).map { column, width in
      column.alignment == .trailing
        ? String(repeating: "-", count: width - 1) + ":" : String(repeating: "-", count: width)
    }
    append(rules, to: &output)
  }

  func append(_ record: Record, to output: inout ReportBytes) {
    append(columns.map { MarkdownText.escaped($0.text(record)) }, to: &output)
  }

  private func append(_ cells: [String], to output: inout ReportBytes) {
    output.append(UInt8(ascii: "|"))
    for (place, cell) in cells.enumerated() {
      let padding = max(0, widths[place] - Self.width(cell))
      let isTrailing = columns[place].alignment == .trailing
      output.append(spaces: isTrailing ? 1 + padding : 1)
      output.append(cell)
      output.append(spaces: isTrailing ? 1 : 1 + padding)
      output.append(UInt8(ascii: "|"))
    }
    output.append(UInt8(ascii: "\n"))
  }

  private static func width(_ cell: String) -> Int { displayWidth(of: cell, repertoire: .unicode) }
}
