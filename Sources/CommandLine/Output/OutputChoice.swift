import Reports

/// How a command was told to write its records.
public struct OutputChoice: Sendable {
  /// Nil: a table on a terminal, NDJSON into a pipe.
  public var format: ReportFormat?
  /// Leaves out the guard of CSV against texts that a spreadsheet would run.
  public var isRaw: Bool

  public init(format: ReportFormat? = nil, isRaw: Bool = false) {
    self.format = format
    self.isRaw = isRaw
  }
}
