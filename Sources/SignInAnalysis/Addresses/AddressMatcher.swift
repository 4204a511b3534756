/// Decides which addresses fulfil a filter of `FilterList.addresses`.
struct AddressMatcher {
  private let filter: Filter
  private let texts: [TenantNumber: TenantTexts]
  /// By address; empty where the filter does not look in the tenants' texts.
  private var tenants: [UInt32: [TenantNumber]] = [:]

  init(_ filter: Filter, tally: AddressTally, texts: [TenantNumber: TenantTexts]) {
    self.filter = filter
    self.texts = texts
    let looksInTenants = filter.terms.contains { $0.field == nil || $0.field == .customer || $0.field == .tenant }
    guard looksInTenants, !texts.isEmpty else { return }
    for pair in tally.tenants {
      tenants[UInt32(pair >> 32), default: []].append(TenantNumber(truncatingIfNeeded: pair))
    }
  }

  func matches(among rows: some Sequence<AddressRow>) -> [UInt32] {
    var matcher = RecordMatcher(filter)
    return rows.compactMap { row in
      let own = (tenants[row.number] ?? []).compactMap { texts[$0] }
      return matcher.verdict(on: AddressRecord(row: row, tenants: own)) == .holds ? row.number : nil
    }
  }
}

/// An address with the texts of its tenants.
private struct AddressRecord: FilterRecord {
  let row: AddressRow
  let tenants: [TenantTexts]

  func value(of field: FilterField?) -> FilterValue {
    switch field {
    case nil: .texts([row.ip, row.country] + tenants.flatMap { [$0.customer, $0.tenant] })
    case .ip: .texts([row.ip])
    case .country: .texts([row.country])
    case .customer: .texts(tenants.map(\.customer))
    case .tenant: .texts(tenants.map(\.tenant))
    case .risky: .number(Int(row.figures.risky))
    case .normal: .number(Int(row.figures.signIns - row.figures.risky))
    default: .missing
    }
  }
}
