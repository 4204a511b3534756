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
  /// A table in GitHub's Markdown.
  case markdown
  /// Events of the Elastic Common Schema, one object a line.
  case ecs
  /// Events of the Open Cybersecurity Schema Framework, one object a line.
  case ocsf

  /// The schema that says which fields there are; nil where the record does.
  public var schema: EventSchema? {
    switch self {
    case .table, .csv, .json, .ndjson, .markdown: nil
    case .ecs: .ecs
    case .ocsf: .ocsf
    }
  }
}
