import Elements
import SignInAnalysis
import SignInStore

/// All figures of a tenant, as far as they are known. Nil is what nobody has asked for yet.
public struct TenantFigures: Sendable {
  public let risk: Loadable<RiskFigures>?
  /// How many more risky sign-ins there are than before the last refresh; nil where that can't be told.
  public let change: Int?
  public let counts: Loadable<ActionCounts>?
  /// Signals that count, by severity; nil where nothing of the tenant is read.
  public var signals: SeverityCounts?

  /// Why some of them are not known; nil where that has no error.
  public var error: ElementsError? { risk?.error ?? counts?.error }

  static let none = TenantFigures(risk: nil, change: nil, counts: nil)
}
