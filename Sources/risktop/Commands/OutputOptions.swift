import ArgumentParser
import CommandLine
import Reports

/// How records are written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "table, csv, json or ndjson. (default: table on a terminal, ndjson into a pipe or file)", valueName: "name"))
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
  }

  var choice: OutputChoice { OutputChoice(format: format, isRaw: raw, columns: columns ?? []) }
}

extension ReportFormat: ExpressibleByArgument {}
