/// How records are written.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// Columns for people, cut to a terminal's width.
  case table
  /// RFC 4180 with a header line.
  case csv
  /// One array.
  case json
  /// One object a line.
  case ndjson
}
