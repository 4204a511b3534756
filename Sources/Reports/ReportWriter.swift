import SafeText

/// Turns records into the bytes of a report, some at a time: what was handed in can be written before the rest is known.
///
/// ```swift
/// var writer = ReportWriter(.csv, columns: TenantRecord.columns)
/// output.write(writer.bytes(for: records))
/// output.write(writer.ending())
/// ```
public struct ReportWriter<Record: ReportRecord>: Sendable {
  private let format: ReportFormat
  private let csv: CSVLine
  private let table: TextTable<Record>
  private let names: [[UInt8]]
  private var isBegun = false

  /// - Parameters:
  ///   - columns: those of a table; other formats have every field.
  ///   - width: of the terminal in cells, which no line of a table exceeds; nil cuts nothing.
  ///   - repertoire: what a table may hold; the other formats are always UTF-8.
  ///   - isRaw: leaves out the guard of CSV against texts that a spreadsheet would run.
  public init(
    _ format: ReportFormat, columns: [TableColumn<Record>], width: Int? = nil, repertoire: Repertoire = .unicode,
    isRaw: Bool = false
  ) {
    self.format = format
    csv = CSVLine(isGuarded: !isRaw)
    table = TextTable(columns, width: width, repertoire: repertoire)
    names = Record.names.map { Array("\"\($0)\":".utf8) }
  }

  /// The next records; before the first of them comes what begins the report.
  public mutating func bytes(for records: [Record]) -> [UInt8] {
    guard !records.isEmpty else { return [] }
    var output = begin()
    output.reserveCapacity(records.count * 512)
    for (place, record) in records.enumerated() {
      switch format {
      case .table: table.append(record, to: &output)
      case .csv: csv.append(record.values, to: &output)
      case .json:
        if place > 0 { output += ",\n".utf8 }
        append(record, to: &output)
      case .ndjson:
        append(record, to: &output)
        output.append(UInt8(ascii: "\n"))
      }
    }
    return output
  }

  /// What ends the report, which is whole then also if it holds no record.
  public mutating func ending() -> [UInt8] {
    guard format == .json else { return isBegun ? [] : begin() }
    return Array((isBegun ? "\n]\n" : "[]\n").utf8)
  }

  private mutating func begin() -> [UInt8] {
    defer { isBegun = true }
    var output: [UInt8] = []
    switch format {
    case .table where !isBegun: table.appendHeadings(to: &output)
    case .csv where !isBegun: csv.append(Record.names.map { .text($0) }, to: &output)
    case .json: output += (isBegun ? ",\n" : "[\n").utf8
    case .table, .csv, .ndjson: break
    }
    return output
  }

  private func append(_ record: Record, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    for (place, value) in zip(names.indices, record.values) {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      output += names[place]
      JSONText.append(value, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }
}
