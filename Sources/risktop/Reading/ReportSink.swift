import Reports
import SafeText

/// A report on its way to standard output.
struct ReportSink<Record: ReportRecord> {
  private var writer: ReportWriter<Record>
  private let session: CommandSession
  private(set) var count = 0

  init(_ session: CommandSession, _ options: OutputOptions, columns: [TableColumn<Record>]) {
    self.session = session
    let format = options.format ?? (session.output.isTerminal ? .table : .ndjson)
    writer = ReportWriter(
      format, columns: columns, width: session.output.columns, repertoire: .ofLocale(.process), isRaw: options.raw)
  }

  /// Writes these records now.
  mutating func write(_ records: [Record]) throws(Ending) {
    guard !records.isEmpty else { return }
    count += records.count
    writer.append(records)
    try flush()
  }

  /// Makes what was written a whole report.
  mutating func finish() throws(Ending) {
    writer.end()
    try flush()
  }

  /// Ends the command if nobody reads its output any more.
  func checkReader() throws(Ending) {
    if session.output.isClosed { throw .outputClosed }
  }

  private mutating func flush() throws(Ending) {
    session.console.hideProgress()
    do throws(StandardOutput.Failure) {
      try session.output.write(writer.bytes)
    } catch {
      throw Ending(error)
    }
    writer.clear()
  }
}
