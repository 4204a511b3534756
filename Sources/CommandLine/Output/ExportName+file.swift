import Elements
import Reports
import SignInAnalysis
import ViewModels

extension ExportName {
  /// The beginning of a file's name: `risktop-contoso-20261124T101530Z`. It holds lower-case letters of ASCII, digits
  /// and `-_.`, and is no part of a path but a name.
  var fileStem: String {
    let subject = subject.map { Self.safe($0).isEmpty ? "tenant" : Self.safe($0) } ?? "all"
    // The time is in capitals by ISO 8601.
    return "risktop-\(subject)-\(time.compact)"
  }

  /// Longer names are cut.
  private static let longest = 60

  private static func safe(_ foreign: String) -> String {
    var safe = ""
    // What is neither a letter nor a digit.
    var gap = ""
    for character in folded(foreign).unicodeScalars {
      switch character {
      case "a"..."z", "0"..."9", "_":
        if !safe.isEmpty, !gap.isEmpty { safe += gap == "." ? "." : "-" }
        gap = ""
        safe.unicodeScalars.append(character)
      default: gap.unicodeScalars.append(character)
      }
      if safe.utf8.count >= longest { break }
    }
    return safe
  }
}

extension Timestamp {
  /// To the second, in the basic format of ISO 8601, which has no colons: `20261124T101530Z`.
  var compact: String {
    let text = iso8601.prefix(19).filter { $0 != "-" && $0 != ":" }
    return "\(text)Z"
  }
}

extension ExportFormat {
  var reportFormat: ReportFormat {
    switch self {
    case .csv: .csv
    case .json: .json
    case .ndjson: .ndjson
    case .markdown: .markdown
    case .ecs: .ecs
    case .ocsf: .ocsf
    }
  }

  /// The end of a file's name.
  var fileSuffix: String {
    switch self {
    case .csv: ".csv"
    case .json: ".json"
    case .ndjson: ".ndjson"
    case .markdown: ".md"
    case .ecs: ".ecs.ndjson"
    case .ocsf: ".ocsf.ndjson"
    }
  }
}
