import Elements
import SignInAnalysis

/// A list of others than sign-ins, whose selected row can be copied.
@MainActor
protocol CopyableRowList: AnyObject {
  /// Nil while none is selected.
  var handedRow: HandedRow? { get }
}

extension CopyableRowList {
  func copyRow(telling messages: MessageLog) -> Step {
    if let row = handedRow { return .effect(.copyRow(row)) }
    messages.post(.note, "no row is selected")
    return .stay
  }
}

extension HandedRow {
  /// What it is, as a message names it.
  public var noun: String {
    switch self {
    case .tenant: "1 tenant"
    case .address: "1 address"
    case .tally(_, let fields, _): "1 row by \(fields.map(\.noun).joined(separator: " and "))"
    }
  }
}

extension TenantsModel: CopyableRowList {
  var handedRow: HandedRow? {
    guard let row = selected else { return nil }
    let figures = figures(of: row)
    let risk = figures.risk?.value
    return .tenant(
      HandedTenant(
        customer: row.customer.organization, tenant: row.alias ?? row.tenant?.name.tenantName,
        lastDay: risk?.lastDay, isLeast: risk?.isLeast ?? false, last: risk?.last, actions: figures.counts?.value,
        why: signal(of: row).map { "\($0.severity) \($0.words)" } ?? figures.error?.shortReason))
  }
}

extension AddressesModel: CopyableRowList {
  var handedRow: HandedRow? { selected.map(HandedRow.address) }
}

extension TallyModel: CopyableRowList {
  var handedRow: HandedRow? {
    guard let row = selected else { return nil }
    var tenants: [TenantNumber: String] = [:]
    for case .tenant(let number) in row.values { tenants[number] = name(of: number) }
    return .tally(row, by: fields, tenants: tenants)
  }
}
