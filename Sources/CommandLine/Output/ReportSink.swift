import Reports
import SafeText
import Settings

/// A report on its way to standard output.
public struct ReportSink<Record: ReportRecord> {
  private var writer: ReportWriter<Record>
  private let session: CommandSession
  private(set) var count = 0
  /// What is written are events of a schema.
  let isOfEvents: Bool

  public init(
    _ session: CommandSession, _ choice: OutputChoice, columns: [TableColumn<Record>],
    withoutFields missing: Set<String> = []
  ) throws(Ending) {
    self.session = session
    let format = choice.format ?? (session.output.isTerminal ? .table : .ndjson)
    isOfEvents = format.schema != nil
    writer = ReportWriter(
      format, columns: try choice.columns(of: columns, without: missing), width: session.output.columns,
      repertoire: .ofLocale(.process),
      isRaw: choice.isRaw)
  }

  /// Writes these records now.
  public mutating func write(_ records: [Record]) throws(Ending) {
    guard !records.isEmpty else { return }
    count += records.count
    writer.append(records)
    try flush()
  }

  /// Makes what was written a whole report.
  public mutating func finish() throws(Ending) {
    writer.end()
    try flush()
  }

  /// Ends the command if nobody reads its output any more.
  func checkReader() throws(Ending) {
    try session.checkReader()
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
