import Reports
import SignInAnalysis

extension CommandSession {
  /// Writes customers and their tenants: as they come, unless they are to be sorted or their counts are needed.
  /// - Parameter hasCounts: the counts are written too.
  public func writeTenants(
    _ selection: TenantSelection, hasCounts: Bool, into sink: inout ReportSink<TenantRecord>
  ) async throws(Ending) {
    guard !hasCounts, !selection.needsCounts else {
      let all = CountsOfAll(session: self, selection: selection, record: TenantRecord.init)
      return try await all.read(into: &sink)
    }
    var matcher = selection.filter.map { RecordMatcher($0) }
    var unsorted: [CountedTenant] = []
    try await readCustomers { customers throws(Ending) in
      let tenants = customers.flatMap(CountedTenant.all).filter { matcher?.verdict(on: $0) ?? .holds == .holds }
      if selection.order == nil { try sink.write(tenants.map(TenantRecord.init)) } else { unsorted += tenants }
    }
    if let order = selection.order { try sink.write(order.sorted(unsorted).map(TenantRecord.init)) }
  }
}

extension TenantRecord {
  init(_ tenant: CountedTenant) {
    self.init(customer: tenant.customer, tenant: tenant.tenant, counts: tenant.counts)
  }
}
