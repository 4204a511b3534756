/// How exported sign-ins are written.
public enum ExportFormat: Hashable, Sendable, CaseIterable {
  case csv
  case json
  case ndjson
  case markdown
  case ecs
  case ocsf

  /// What it is and what for, as a menu says it.
  public var words: String {
    switch self {
    case .csv: "CSV, for spreadsheets"
    case .json: "JSON, one array"
    case .ndjson: "NDJSON, one object a line"
    case .markdown: "Markdown, a table"
    case .ecs: "ECS, events of the Elastic Common Schema"
    case .ocsf: "OCSF, events of the class Authentication"
    }
  }
}
