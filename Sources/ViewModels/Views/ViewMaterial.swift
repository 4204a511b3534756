import Elements
import SignInAnalysis
import SignInStore

/// The rows of a list at one moment, for a view to be made of away from the main actor.
struct ViewMaterial: Sendable {
  let rows: LoadedRows
  let snapshot: FleetSnapshot
  let coverage: ViewCoverage
  let zone: FilterZone
}

/// What a view was made of.
public struct ViewCoverage: Hashable, Sendable {
  /// Sign-ins in the view.
  public let counted: Int
  /// Sign-ins of the list that are read.
  public let loaded: Int
  /// Sign-ins that the server has; nil where it does not say.
  public let total: Int?
  /// All are read, and proven to be all.
  public let isComplete: Bool
  public let scope: SignInScope
  /// Empty for none.
  public let filterText: String
  /// Rows are still being looked at for the filter.
  public let isFiltering: Bool
}

extension SignInListModel {
  /// Why a list has changed.
  enum Cause: Hashable, Sendable {
    case byUser
    case byReading
  }

  /// What is in the list now; copies next to nothing.
  func material() -> ViewMaterial {
    let (rows, coverage) = (shownRows, coverage)
    return ViewMaterial(
      rows: rows, snapshot: snapshot,
      coverage: ViewCoverage(
        counted: rows.count, loaded: coverage.loaded, total: coverage.total, isComplete: coverage.isComplete,
        scope: scope, filterText: filterText, isFiltering: isFiltering),
      zone: zone)
  }

  /// Adds terms to the filter.
  func narrow(to terms: [NarrowingTerm]) {
    _ = filterEditor.change { text in
      terms.reduce(text) { text, term in
        switch term {
        case .value(let value, let field): text.adding(value, to: field)
        case .network(let cidr): text.adding(network: cidr)
        }
      }
    }
  }
}
