import SafeText

/// Turns records into the bytes of a report, some at a time: what was handed in can be written before the rest is
/// known.
///
/// ```swift
/// var writer = ReportWriter(.csv, columns: ReportColumns(ActionsRecord.columns))
/// writer.append(records)
/// output.write(writer.bytes)
/// writer.clear()
/// writer.end()
/// output.write(writer.bytes)
/// ```
public struct ReportWriter<Record: ReportRecord>: Sendable {
  private let format: ReportFormat
  private var table: TextTable<Record>
  private var markdown: MarkdownTable<Record>
  /// The first records of a table that is not cut: they wait for one another, so that their columns fit all of them.
  private var waiting: [Record] = []
  private static var mostWaiting: Int { 100 }
  private var fields: FieldWriter
  private var events = ObjectWriter()
  private var isBegun = false

  /// - Parameters:
  ///   - columns: those of a table, and the fields of the other formats; a schema has its own.
  ///   - width: of the terminal in cells, which no line of a table exceeds; nil cuts nothing.
  ///   - repertoire: what a table may hold; the other formats are always UTF-8.
  ///   - isRaw: leaves out the guard of CSV against texts that a spreadsheet would run.
  public init(
    _ format: ReportFormat, columns: ReportColumns<Record>, width: Int? = nil, repertoire: Repertoire = .unicode,
    isRaw: Bool = false
  ) {
    self.format = format
    table = TextTable(columns.table, width: width, repertoire: repertoire)
    markdown = MarkdownTable(columns.table)
    fields = FieldWriter(
      format == .csv ? .csv(CSVText(isGuarded: !isRaw)) : .json, names: Record.names, order: columns.fields)
  }

  /// What was written and not yet cleared.
  public var bytes: ArraySlice<UInt8> { format.schema == nil ? fields.output.bytes : events.output.bytes }

  /// Forgets `bytes`, and keeps their memory for the next.
  public mutating func clear() {
    fields.output.clear()
    events.output.clear()
  }

  /// Writes the next records; before the first of them comes what begins the report. Of a table that is not cut the
  /// first 100 are written together.
  public mutating func append(_ records: [Record]) {
    guard !records.isEmpty else { return }
    guard isFitted else { return write(records) }
    waiting += records
    if isBegun || waiting.count >= Self.mostWaiting { writeWaiting() }
  }

  /// It has columns that fit the first records.
  private var isFitted: Bool { format == .markdown || format == .table && !table.isCut }

  private mutating func writeWaiting() {
    guard !waiting.isEmpty else { return }
    if format == .markdown { markdown.fit(waiting) } else { table.fit(waiting) }
    write(waiting)
    waiting = []
  }

  private mutating func write(_ records: [Record]) {
    begin()
    // By their addresses: to take a record out of the array would copy each of its texts.
    records.withUnsafeBufferPointer { records in
      guard let first = records.baseAddress else { return }
      for place in records.indices { append(first + place, isFirst: place == 0) }
    }
  }

  private mutating func append(_ record: UnsafePointer<Record>, isFirst: Bool) {
    switch format {
    case .table: table.append(record.pointee, to: &fields.output)
    case .csv: append(record)
    case .json:
      if !isFirst { fields.output.append(",\n") }
      append(record)
    case .ndjson:
      append(record)
      fields.output.append(UInt8(ascii: "\n"))
    case .markdown: markdown.append(record.pointee, to: &fields.output)
    case .ecs: events.line { record.pointee.write(.ecs, to: &$0) }
    case .ocsf: events.line { record.pointee.write(.ocsf, to: &$0) }
    }
  }

  /// Ends the report, which is whole then also if it holds no record.
  public mutating func end() {
    writeWaiting()
    if format != .json, !isBegun { begin() }
    if format == .json { fields.output.append(isBegun ? "\n]\n" : "[]\n") }
  }

  private mutating func begin() {
    defer { isBegun = true }
    switch format {
    case .table where !isBegun: table.appendHeadings(to: &fields.output)
    case .csv where !isBegun:
      for name in Record.names { fields.text(name) }
      fields.end()
    case .json: fields.output.append(isBegun ? ",\n" : "[\n")
    case .markdown where !isBegun: markdown.appendHeadings(to: &fields.output)
    case .table, .csv, .ndjson, .markdown, .ecs, .ocsf: break
    }
  }

  private mutating func append(_ record: UnsafePointer<Record>) {
    record.pointee.write(to: &fields)
    fields.end()
  }
}
