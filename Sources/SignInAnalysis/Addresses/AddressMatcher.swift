/// Decides which addresses fulfil a filter of `FilterList.addresses`.
struct AddressMatcher {
  private let filter: Filter
  private let texts: [TenantNumber: TenantTexts]
  /// An address in the high half and a tenant in the low one, upwards; empty where the filter does not look in the
  /// tenants' texts.
  private let tenants: [UInt64]

  /// - Parameter addresses: how many numbers there are.
  init(_ filter: Filter, in snapshot: FleetSnapshot, addresses: Int, texts: [TenantNumber: TenantTexts]) {
    self.filter = filter
    self.texts = texts
    let looksInTenants = filter.terms.contains { $0.field == nil || $0.field == .customer || $0.field == .tenant }
    tenants = looksInTenants && !texts.isEmpty ? AddressPairs.tenants(in: snapshot, addresses: addresses) : []
  }

  /// - Parameter rows: upwards by their numbers.
  func matches(among rows: some Sequence<AddressRow>) -> [UInt32] {
    var matcher = RecordMatcher(filter)
    var rest = tenants[...]
    return rows.compactMap { row in
      rest = rest.drop { $0 >> 32 < row.number }
      let own = rest.prefix { $0 >> 32 == row.number }.compactMap { texts[TenantNumber(truncatingIfNeeded: $0)] }
      return matcher.verdict(on: JudgedAddress(row: row, tenants: own)) == .holds ? row.number : nil
    }
  }
}

/// An address with the texts of its tenants.
private struct JudgedAddress: FilterRecord {
  let row: AddressRow
  let tenants: [TenantTexts]

  func value(of field: FilterField?) -> FilterValue {
    switch field {
    case nil: .texts([row.ip, row.country] + tenants.flatMap { [$0.customer, $0.tenant] })
    case .ip: .texts([row.ip])
    case .country: .texts([row.country])
    case .customer: .counted(tenants.map(\.customer), Int(row.figures.customers))
    case .tenant: .counted(tenants.map(\.tenant), Int(row.figures.tenants))
    case .user: .number(Int(row.figures.users))
    case .risky: .number(Int(row.figures.risky))
    case .stayed: .number(Int(row.figures.stayed))
    case .normal: .number(Int(row.figures.signIns - row.figures.risky))
    default: .missing
    }
  }
}
