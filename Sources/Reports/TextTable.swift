import Elements
import SafeText

/// Lines of columns. On a terminal their widths are settled before the first record; else they grow with the texts.
struct TextTable<Record: Sendable>: Sendable {
  private static var spacing: Int { 2 }

  private let columns: [TableColumn<Record>]
  private var widths: [Int]
  /// Longer texts are cut.
  let isCut: Bool
  private let repertoire: Repertoire

  /// - Parameter width: of a line, in cells. Columns that find no room are left out from the last on; nil leaves out
  ///   none.
  init(_ columns: [TableColumn<Record>], width: Int?, repertoire: Repertoire) {
    self.repertoire = repertoire
    isCut = width != nil
    guard let width else {
      self.columns = columns
      widths = columns.map(\.ideal)
      return
    }
    let widths = TextTable.widths(columns, width: width)
    self.widths = widths
    self.columns = Array(columns.prefix(widths.count))
  }

  /// Makes the columns as wide as these records need, unless they are cut.
  mutating func fit(_ records: some Sequence<Record>) {
    guard !isCut else { return }
    for record in records {
      for (place, column) in columns.enumerated() {
        widths[place] = max(widths[place], displayWidth(of: column.text(record), repertoire: repertoire))
      }
    }
  }

  func appendHeadings(to output: inout ReportBytes) {
    append(columns.map(\.title), to: &output)
  }

  func append(_ record: Record, to output: inout ReportBytes) {
    append(columns.lazy.map { $0.text(record) }, to: &output)
  }

  /// As many columns as have room for their least, the first always; what is left over goes to them from the first on.
  private static func widths(_ columns: [TableColumn<Record>], width: Int) -> [Int] {
    var widths: [Int] = []
    var rest = width
    for column in columns {
      let needed = column.least + (widths.isEmpty ? 0 : spacing)
      guard widths.isEmpty || needed <= rest else { break }
      widths.append(min(column.least, max(1, width)))
      rest -= needed
    }
    for (place, column) in columns.prefix(widths.count).enumerated() where rest > 0 {
      let more = min(rest, column.ideal - widths[place])
      widths[place] += more
      rest -= more
    }
    return widths
  }

  /// A line without spaces at its end.
  private func append(_ texts: some Sequence<String>, to output: inout ReportBytes) {
    let start = output.count
    for (place, text) in texts.enumerated() {
      if place > 0 { output.append(spaces: Self.spacing) }
      append(text, in: columns[place], width: widths[place], to: &output)
    }
    output.trimSpaces(downTo: start)
    output.append(UInt8(ascii: "\n"))
  }

  private func append(_ text: String, in column: TableColumn<Record>, width: Int, to output: inout ReportBytes) {
    var text = text
    let isWritten = text.withUTF8 { bytes in
      guard bytes.count <= width, bytes.arePrintableASCII(without: { _ in 0 }) else { return false }
      let padding = width - bytes.count
      if column.alignment == .trailing { output.append(spaces: padding) }
      output.append(bytes)
      if column.alignment == .leading { output.append(spaces: padding) }
      return true
    }
    if isWritten { return }
    for cluster in fitted(text, to: width, alignment: column.alignment, repertoire: repertoire) {
      output.append(cluster.text)
    }
  }
}
