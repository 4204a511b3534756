import Elements
import SignInAnalysis
import SignInStore

/// What is exported, and how.
@MainActor
struct ExportJob {
  enum Extent: Sendable {
    /// Marked sign-ins, the newest first.
    case marked(Set<FleetRow>)
    /// What is loaded of a list, as it is shown.
    case loaded(LoadedRows)
    /// All that a filter leaves of a list, in an order, for which the list is read to its end.
    case whole(Narrowing)
  }

  let extent: Extent
  let format: ExportFormat
  /// The list as it is before it is narrowed.
  let source: any SignInSource
  /// Nil for a list of all tenants.
  let tenant: TenantIdentity?
}

/// How far an export has come.
public struct ExportProgress: Hashable, Sendable {
  public internal(set) var written = 0
  /// Rows of the list that were looked at, and all that it has; nil where nothing is read for the export.
  public internal(set) var read: Int?
  public internal(set) var total: Int?

  public var words: Wording {
    let known = [read?.grouped, total.map { "of \($0.grouped)" }].compactMap(\.self).joined(separator: " ")
    let reading = read == nil ? "" : ", \(known) read"
    return "exporting: \(written.counted("row"))\(reading) · \(.escape) stops"
  }
}
