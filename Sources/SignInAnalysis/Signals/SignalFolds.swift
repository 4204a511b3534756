/// Rows of a list that one signal explains, folded to the row that the signal belongs to.
///
/// Signals about an address fold: what they rest on are sign-ins that look alike. A row is folded once, to the signal
/// that counts most, and a row that stands for others is not folded itself.
public struct SignalFolds: Sendable {
  /// By the row that stands for them.
  private var folded: [FleetRow: [FleetRow]] = [:]
  private var standIns: [FleetRow: FleetRow] = [:]

  public init() {}

  /// - Parameters:
  ///   - tenants: those of the list's rows.
  ///   - opened: rows that stand for nothing but themselves.
  ///   - isListed: whether a row is in the list.
  public init(
    _ table: SignalTable, of tenants: Set<TenantNumber>, opened: Set<FleetRow>, isListed: (FleetRow) -> Bool
  ) {
    let signals = tenants.flatMap { table.tenants[$0]?.all ?? [] }.filter(\.evidence.folds)
    for signal in signals.sorted(by: SignalFolds.isBefore) {
      guard let row = signal.row, isListed(row), !opened.contains(row), standIns[row] == nil else { continue }
      for other in signal.evidence.otherRows
      where other != row && isListed(other) && standIns[other] == nil && folded[other] == nil {
        standIns[other] = row
        folded[row, default: []].append(other)
      }
    }
  }

  /// Rows that are folded away.
  public var count: Int { standIns.count }

  /// The row that stands for another one; nil for one that is not folded away.
  public func standIn(for row: FleetRow) -> FleetRow? { standIns[row] }

  /// The rows that one stands for, without itself.
  public func rows(under row: FleetRow) -> [FleetRow] { folded[row] ?? [] }

  private static func isBefore(_ left: Signal, _ right: Signal) -> Bool {
    let rows = (left.row ?? FleetRow(tenant: 0, row: 0), right.row ?? FleetRow(tenant: 0, row: 0))
    return (left.isQuiet ? 1 : 0, right.severity.rawValue, rows.0.tenant, rows.0.row)
      < (right.isQuiet ? 1 : 0, left.severity.rawValue, rows.1.tenant, rows.1.row)
  }
}

extension SignalEvidence {
  fileprivate var folds: Bool {
    switch self {
    case .sharedAddress, .crossTenant, .taintedAddress: true
    case .travel, .twoCountries, .manyCountries, .newCountry, .steadyAccount, .lateRisk, .dormant, .silentTenant,
      .oddHour, .riskJump:
      false
    }
  }
}
