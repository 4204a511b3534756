import Elements
import Reports
import SignInAnalysis
import SignInStore
import ViewModels

/// The wanted sign-ins of some tenants, all of which are read before anything is made of them. They take up to 85 MB a
/// million.
public struct SignInCollection {
  private var sweep: SignInSweep
  private var words = SignInWords()
  private var tables: [NumberedSignIns]

  public init(_ sweep: SignInSweep) {
    self.sweep = sweep
    tables = sweep.tenants.map { _ in NumberedSignIns() }
  }

  /// Reads all of them; tenants that fail are named.
  public mutating func read() async throws(Ending) {
    var (words, tables) = (words, tables)
    try await sweep.read { signIns, tenant in
      _ = tables[tenant].insert(contentsOf: signIns, overruling: true, words: &words)
    }
    (self.words, self.tables) = (words, tables)
  }

  // MARK: What was read

  public var snapshot: FleetSnapshot {
    let snapshots = tables.enumerated().map { (TenantNumber($0.offset), $0.element.snapshot(words: words)) }
    return FleetSnapshot(Dictionary(uniqueKeysWithValues: snapshots))
  }

  /// Tenant by tenant, in the order in which they came.
  public var rows: [FleetRow] {
    tables.indices.flatMap { place in
      (0..<RowNumber(tables[place].count)).map { FleetRow(tenant: TenantNumber(place), row: $0) }
    }
  }

  /// - Parameter tenant: counted from 0, as they were handed in.
  func tenant(_ tenant: TenantNumber) -> TenantIdentity { sweep.tenants[Int(tenant)] }

  /// Whether the tenant's list was read from its head without a doubt, newest first.
  func isProven(_ tenant: TenantNumber) -> Bool { sweep.isProven(Int(tenant)) }

  /// By the tenants' numbers.
  var texts: [TenantNumber: TenantTexts] {
    Dictionary(
      uniqueKeysWithValues: sweep.tenants.enumerated().map { place, tenant in
        (TenantNumber(place), TenantTexts(customer: tenant.customerName, tenant: tenant.tenantName))
      })
  }

  /// A number for the customer of each tenant.
  var customers: [TenantNumber: UInt32] {
    var numbers: [String: UInt32] = [:]
    var customers: [TenantNumber: UInt32] = [:]
    for (place, tenant) in sweep.tenants.enumerated() {
      let next = UInt32(numbers.count)
      customers[TenantNumber(place)] = numbers[tenant.reference.customerID, default: next]
      numbers[tenant.reference.customerID] = customers[TenantNumber(place)]
    }
    return customers
  }

  /// Writes them newest first.
  /// - Parameter limit: the most to write; nil for all.
  public func writeInOrder(_ limit: Int?, into sink: inout ReportSink<SignInRecord>) throws(Ending) {
    let snapshot = snapshot
    let order = SignInOrder(column: .time, isDescending: true)
    var pending: [SignInRecord] = []
    for row in (order.sorted(rows, in: snapshot) ?? []).prefix(limit ?? .max) {
      guard let signIn = snapshot[row] else { continue }
      pending.append(SignInRecord(signIn, in: RecordOrigin(tenant(row.tenant))))
      guard pending.count >= SignInMerge.mostWritten else { continue }
      try sink.write(pending)
      pending = []
    }
    try sink.write(pending)
  }
}
