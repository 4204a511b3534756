import Elements
import Reports
import SignInAnalysis
import ViewModels

extension CommandSession {
  /// Writes customers and their tenants: as they come, unless they are to be sorted.
  public func writeTenants(
    _ selection: TenantSelection, into sink: inout ReportSink<TenantRecord>
  ) async throws(Ending) {
    var matcher = selection.filter.map { RecordMatcher($0) }
    var unsorted: [TenantRecord] = []
    try await readCustomers { customers throws(Ending) in
      let records = customers.flatMap(TenantRecord.records).filter { record in
        matcher?.verdict(on: CountedTenant(record)) ?? .holds == .holds
      }
      if selection.order == nil { try sink.write(records) } else { unsorted += records }
    }
    if let order = selection.order { try sink.write(order.sorted(unsorted)) }
  }
}

extension TenantSelection.Order {
  fileprivate func sorted(_ records: [TenantRecord]) -> [TenantRecord] {
    sorted(records) {
      [$0.customer.organization, $0.tenant?.name ?? ""]
    } counts: { _ in
      ActionCounts(risky: nil, normal: nil)
    }
  }
}

extension CountedTenant {
  fileprivate init(_ record: TenantRecord) {
    let reference = TenantReference(customerID: record.customer.id, tenantID: record.tenant?.id ?? "")
    self.init(
      identity: TenantIdentity(
        reference: reference, customerName: record.customer.organization, tenantName: record.tenant?.name),
      country: record.customer.countryOrRegion)
  }
}
