import Elements
import SignInAnalysis
import SignInStore

/// What is exported, and how.
@MainActor
struct ExportJob {
  enum Extent: Sendable {
    /// Marked sign-ins, the newest first.
    case marked(Set<FleetRow>)
    /// What is loaded of a list, as it is shown, and what the rows stand for at that moment.
    case loaded(LoadedRows, FleetSnapshot)
    /// All that a filter leaves of a list, in an order, for which the list is read to its end.
    case whole(Narrowing)
  }

  let extent: Extent
  let format: ExportFormat
  /// The list as it is before it is narrowed.
  let source: any SignInSource
  /// Nil for a list of all tenants.
  let tenant: TenantIdentity?
  /// For a filter that asks for signals.
  let signals: SignalBasis
}

/// How far an export has come.
public struct ExportProgress: Hashable, Sendable {
  public internal(set) var written = 0
  /// Rows of the list that were looked at; nil where all of them are written as they come.
  public internal(set) var read: Int?
  /// All rows of the list; nil where that is not known, or only what was read before is exported.
  public internal(set) var total: Int?

  public var words: Wording {
    let all = total.map { " of \($0.grouped)" } ?? ""
    guard let read else { return "exporting: \(written.grouped)\(all) rows · \(.escape) stops" }
    return "exporting: \(written.counted("row")), \(read.grouped)\(all) read · \(.escape) stops"
  }
}
