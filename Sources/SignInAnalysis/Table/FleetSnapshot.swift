import Elements

/// The tables of some tenants at one moment. Taking it copies nothing but references, and it never changes.
///
/// All tables of a fleet number their users, addresses and places alike.
public struct FleetSnapshot: Sendable {
  private let tables: [TenantNumber: SignInSnapshot]

  public init(_ tables: [TenantNumber: SignInSnapshot]) {
    self.tables = tables
  }

  public var tenants: some Collection<TenantNumber> { tables.keys }

  /// Nil for a tenant that is not part of it.
  public subscript(tenant: TenantNumber) -> SignInSnapshot? { tables[tenant] }

  /// The sign-in of a row; nil where the row was not there yet.
  public subscript(row: FleetRow) -> SignIn? {
    guard let table = tables[row.tenant], Int(row.row) < table.count else { return nil }
    return table[row.row]
  }

  /// When the sign-in of a row was, in ticks; `SignInChunk.noTime` where that is not known.
  public func ticks(of row: FleetRow) -> Int64 {
    guard let table = tables[row.tenant], Int(row.row) < table.count else { return SignInChunk.noTime }
    let (chunk, offset) = Int(row.row).quotientAndRemainder(dividingBy: SignInChunk.size)
    return table.chunks[chunk].times[offset]
  }
}

extension FleetSnapshot {
  /// The table that knows what all word numbers stand for: the one that was taken last.
  var newest: SignInSnapshot? {
    tables.values.max { $0.wordCount < $1.wordCount }
  }

  /// Goes through rows, each with where it is and how many come before it; rows that are not there are passed over.
  public func locate(
    _ rows: some Sequence<FleetRow>, _ body: (_ index: Int, _ chunk: SignInChunk, _ offset: Int) -> Void
  ) {
    var current: TenantNumber?
    var chunks: [SignInChunk] = []
    for (index, row) in rows.enumerated() {
      if row.tenant != current {
        current = row.tenant
        chunks = tables[row.tenant]?.chunks ?? []
      }
      let (chunk, offset) = Int(row.row).quotientAndRemainder(dividingBy: SignInChunk.size)
      if chunk < chunks.count, offset < chunks[chunk].count { body(index, chunks[chunk], offset) }
    }
  }
}

extension SignInSnapshot {
  fileprivate var wordCount: Int { users.count + addresses.count + places.count }
}
