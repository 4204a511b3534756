/// Counts the sign-ins of all tenants by address, page by page: what a page costs depends on the page.
///
/// It takes about 44 bytes a distinct address, and some 15 for each distinct pair of an address with a user, a tenant
/// or a customer.
public struct AddressTally: Sendable {
  /// By address number; 0 is no address.
  private(set) var figures: [AddressFigures] = []
  /// Addresses in the high half, users, tenants or customers in the low one.
  private var users: Set<UInt64> = []
  private(set) var tenants: Set<UInt64> = []
  private var customers: Set<UInt64> = []

  public init() {}

  /// Takes in rows that it does not have.
  /// - Parameter customer: a number for the tenant's customer.
  public mutating func add(
    _ rows: Range<RowNumber>, of tenant: TenantNumber, customer: UInt32, in snapshot: SignInSnapshot
  ) {
    let size = RowNumber(SignInChunk.size)
    let end = min(rows.upperBound, RowNumber(snapshot.count))
    var start = rows.lowerBound
    while start < end {
      let first = start / size * size
      let last = min(end, first + size)
      count(snapshot.chunks[Int(first / size)], Int(start - first)..<Int(last - first), tenant, customer)
      start = last
    }
  }

  private mutating func count(_ chunk: SignInChunk, _ offsets: Range<Int>, _ tenant: TenantNumber, _ customer: UInt32) {
    let (addresses, users, places) = (chunk.addresses, chunk.users, chunk.places)
    let (times, risks) = (chunk.times, chunk.risks)
    for offset in offsets {
      let address = addresses[offset]
      guard address != 0 else { continue }
      makeRoom(for: address)
      let isNew = (
        user: self.users.insert(pair(address, users[offset])).inserted,
        tenant: tenants.insert(pair(address, tenant)).inserted
      )
      figures[Int(address)].count(at: times[offset], place: places[offset], isRisky: risks[offset] == 1)
      if isNew.user { figures[Int(address)].users += 1 }
      guard isNew.tenant else { continue }
      figures[Int(address)].tenants += 1
      if customers.insert(pair(address, customer)).inserted { figures[Int(address)].customers += 1 }
    }
  }

  /// A sign-in that was counted has turned risky, or is no longer.
  public mutating func turn(_ address: UInt32, isRisky: Bool) {
    guard address != 0, Int(address) < figures.count else { return }
    if isRisky {
      figures[Int(address)].risky += 1
    } else if figures[Int(address)].risky > 0 {
      figures[Int(address)].risky -= 1
    }
  }

  private mutating func makeRoom(for address: UInt32) {
    let missing = Int(address) + 1 - figures.count
    if missing > 0 { figures.append(contentsOf: repeatElement(AddressFigures(), count: missing)) }
  }

  private func pair(_ address: UInt32, _ other: UInt32) -> UInt64 { UInt64(address) << 32 | UInt64(other) }
}
