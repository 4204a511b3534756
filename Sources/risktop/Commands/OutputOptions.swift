import ArgumentParser
import CommandLine
import Reports

/// How records are written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      table, csv, json, ndjson or markdown; of sign-ins also ecs or ocsf, events of these schemas. \
      (default: table on a terminal, ndjson into a pipe or file)
      """, valueName: "name"))
  var format: ReportFormat?

  @Option(
    help: ArgumentHelp(
      "Only these columns, in this order: headings of the table or fields of the JSON, separated by commas.",
      valueName: "names"), transform: { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) })
  var columns: [String]?

  @Flag(help: "In CSV, put no apostrophe before text that a spreadsheet would run as a formula.")
  var raw = false

  func validate() throws {
    guard !raw || format == .csv else { throw ValidationError("--raw needs --format csv.") }
    if let format, format.schema != nil, columns != nil {
      throw ValidationError(
        "--columns can't be combined with --format \(format.rawValue): the schema has its own fields.")
    }
  }

  /// Refuses formats of events for records that are none.
  /// - Parameter records: what is written, as in `tenants`.
  func validate(noEvents records: String) throws {
    guard let format, format.schema != nil else { return }
    let others = ReportFormat.allCases.filter { $0.schema == nil }.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("--format \(format.rawValue) is for sign-ins; \(records) can be written as: \(others).")
  }

  var choice: OutputChoice { OutputChoice(format: format, isRaw: raw, columns: columns ?? []) }
}

extension ReportFormat: ExpressibleByArgument {}
