import Reports
import SafeText
import Settings
import SignInAnalysis

/// How a command was told to write its records.
public struct OutputChoice: Sendable {
  /// Nil: a table on a terminal, NDJSON into a pipe.
  public var format: ReportFormat?
  /// Leaves out the guard of CSV against texts that a spreadsheet would run.
  public var isRaw: Bool

  /// Names of columns or fields; empty for those that the report has by itself.
  public var columns: [String]

  public init(format: ReportFormat? = nil, isRaw: Bool = false, columns: [String] = []) {
    self.format = format
    self.isRaw = isRaw
    self.columns = columns
  }
}

extension OutputChoice {
  /// - Parameter missing: fields that are only written where they are asked for.
  func columns<Record>(
    of all: [TableColumn<Record>], without missing: Set<String>
  ) throws(Ending) -> ReportColumns<Record> {
    guard !columns.isEmpty else { return ReportColumns(all, without: missing) }
    do throws(UnknownColumn) {
      return try ReportColumns(named: columns, of: all)
    } catch {
      throw .complaint(Complaint(status: .usage, text: error.sentence))
    }
  }
}

extension UnknownColumn {
  fileprivate var sentence: String {
    let hint = NearestName.hint(name, columns + fields)
    return "unknown column \"\(sanitized(name))\"\(hint.isEmpty ? "." : hint) "
      + "Columns: \(columns.joined(separator: ", ")); fields: \(fields.joined(separator: ", "))"
  }
}
