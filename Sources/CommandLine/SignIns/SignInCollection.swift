import Elements
import Reports
import SignInAnalysis
import SignInStore
import ViewModels

/// The wanted sign-ins of some tenants, all of which are read before anything is made of them. They take up to 85 MB a
/// million.
public struct SignInCollection {
  private let session: CommandSession
  private let isSorted: Bool
  private let isNamed: Bool
  private var streams: [SignInStream]
  private var words = SignInWords()
  private var tables: [NumberedSignIns]

  /// - Parameters:
  ///   - isSorted: whether tenants are named whose order is not that of time.
  ///   - isNamed: whether what is said of a tenant names it; otherwise the failure of the only one ends the command.
  public init(
    _ tenants: [TenantIdentity], _ selection: SignInSelection, session: CommandSession, isSorted: Bool = false,
    isNamed: Bool = true
  ) {
    self.session = session
    self.isSorted = isSorted
    self.isNamed = isNamed
    streams = tenants.map { tenant in
      SignInStream(
        of: tenant, selection, limit: nil, pagesAhead: selection.pagesAhead, client: session.client)
    }
    tables = tenants.map { _ in NumberedSignIns() }
  }

  /// Reads all of them; tenants that fail are named. The newest pages of all tenants are asked for at once.
  public mutating func read() async throws(Ending) {
    for place in streams.indices { streams[place].begin() }
    for place in streams.indices { try await read(place) }
    for stream in streams { session.console.say(about: stream, isNamed: isNamed, isSorted: isSorted) }
    if isNamed { session.console.say(assumptions: streams.count { $0.assumption != nil }) }
  }

  private mutating func read(_ place: Int) async throws(Ending) {
    var failure: ElementsError?
    while let signIns = await streams[place].next(failure: &failure) {
      try session.checkReader()
      _ = tables[place].insert(contentsOf: signIns, overruling: true, words: &words)
      session.console.show(
        progress: "\(streams[place].progress) · tenant \((place + 1).grouped) of \(streams.count.grouped)")
    }
    guard let failure else { return }
    guard isNamed else { throw Ending(failure) }
    session.tell(failure, of: streams[place].tenant)
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
  func tenant(_ tenant: TenantNumber) -> TenantIdentity { streams[Int(tenant)].tenant }

  /// By the tenants' numbers.
  var texts: [TenantNumber: TenantTexts] {
    Dictionary(
      uniqueKeysWithValues: streams.enumerated().map { place, stream in
        (
          TenantNumber(place),
          TenantTexts(customer: stream.tenant.customerName, tenant: stream.tenant.tenantName)
        )
      })
  }

  /// A number for the customer of each tenant.
  var customers: [TenantNumber: UInt32] {
    var numbers: [String: UInt32] = [:]
    var customers: [TenantNumber: UInt32] = [:]
    for (place, stream) in streams.enumerated() {
      let next = UInt32(numbers.count)
      customers[TenantNumber(place)] = numbers[stream.tenant.reference.customerID, default: next]
      numbers[stream.tenant.reference.customerID] = customers[TenantNumber(place)]
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
