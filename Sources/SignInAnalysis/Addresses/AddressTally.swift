/// The figures of all addresses in the tables of a fleet.
///
/// It keeps 40 bytes a distinct address and nothing of the sign-ins: addresses that have got some, or others, are
/// counted anew, in one pass over the tables.
public struct AddressTally: Sendable {
  /// By address number; 0 is no address.
  private(set) var figures: [AddressFigures] = []
  private var stays = AddressStays()

  public init() {}

  /// Counts addresses anew.
  /// - Parameters:
  ///   - addresses: nil for all.
  ///   - customers: a number for the customer of each tenant.
  public mutating func recount(
    _ addresses: Set<UInt32>?, in snapshot: FleetSnapshot, customers: [TenantNumber: UInt32]
  ) {
    let count = snapshot.newest?.addresses.count ?? 0
    if figures.count < count {
      figures.append(contentsOf: repeatElement(AddressFigures(), count: count - figures.count))
    }
    guard let addresses else {
      // Pairs of all addresses at once would take as much memory as the tables.
      for range in ranges(rows: snapshot.tenants.reduce(0) { $0 + (snapshot[$1]?.count ?? 0) }) {
        var isWanted = Array(repeating: false, count: figures.count)
        for address in range { isWanted[address] = true }
        recount(isWanted, in: snapshot, customers)
      }
      return
    }
    var isWanted = Array(repeating: false, count: figures.count)
    for address in addresses where Int(address) < isWanted.count { isWanted[Int(address)] = true }
    recount(isWanted, in: snapshot, customers)
  }

  private static let rowsAtOnce = 250_000

  private func ranges(rows: Int) -> [Range<Int>] {
    let count = figures.count
    let length = max(1, count / (rows / AddressTally.rowsAtOnce + 1) + 1)
    return stride(from: 0, to: count, by: length).map { $0..<min(count, $0 + length) }
  }

  private mutating func recount(
    _ isWanted: [Bool], in snapshot: FleetSnapshot, _ customers: [TenantNumber: UInt32]
  ) {
    for address in figures.indices where isWanted[address] { figures[address] = AddressFigures() }
    var pairs = AddressPairs(count: figures.count)
    if let addresses = snapshot.newest?.addresses { stays.begin(isWanted, addresses) }
    for (index, tenant) in snapshot.tenants.enumerated() {
      for chunk in snapshot[tenant]?.chunks ?? [] {
        count(chunk, of: UInt32(index) + 1, customer: customers[tenant] ?? .max, isWanted, &pairs)
      }
    }
    AddressPairs.forEachDistinct(&pairs.users) { figures[$0].users += 1 }
    AddressPairs.forEachDistinct(&pairs.customers) { figures[$0].customers += 1 }
    stays.end { figures[$0].stayed = $1 }
  }

  private mutating func count(
    _ chunk: SignInChunk, of tenant: UInt32, customer: UInt32, _ isWanted: [Bool], _ pairs: inout AddressPairs
  ) {
    let (addresses, users, places) = (chunk.addresses, chunk.users, chunk.places)
    let (times, risks) = (chunk.times, chunk.risks)
    for offset in 0..<chunk.count {
      let address = addresses[offset]
      guard address != 0, Int(address) < isWanted.count else { continue }
      stays.see(address, user: users[offset], at: times[offset])
      guard isWanted[Int(address)] else { continue }
      figures[Int(address)].count(at: times[offset], place: places[offset], isRisky: risks[offset] == 1)
      pairs.users.append(AddressPairs.pair(address, users[offset]))
      guard pairs.lastTenants[Int(address)] != tenant else { continue }
      pairs.lastTenants[Int(address)] = tenant
      pairs.customers.append(AddressPairs.pair(address, customer))
      figures[Int(address)].tenants += 1
    }
  }
}

/// What was seen with addresses while they are counted.
struct AddressPairs {
  /// The address in the high half, and a user or a customer in the low one.
  var users: [UInt64] = []
  var customers: [UInt64] = []
  /// By address: the tenant that it was seen in last.
  var lastTenants: [UInt32]

  init(count: Int) {
    lastTenants = Array(repeating: 0, count: count)
  }

  static func pair(_ address: UInt32, _ other: UInt32) -> UInt64 { UInt64(address) << 32 | UInt64(other) }

  /// Sorts the pairs, and is told the address of each that differs from those before.
  static func forEachDistinct(_ pairs: inout [UInt64], _ body: (Int) -> Void) {
    pairs.sort()
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      body(Int(pair >> 32))
    }
  }

  /// All pairs of an address and a tenant, upwards.
  static func tenants(in snapshot: FleetSnapshot, addresses count: Int) -> [UInt64] {
    var pairs = AddressPairs(count: count)
    for (index, tenant) in snapshot.tenants.enumerated() {
      for chunk in snapshot[tenant]?.chunks ?? [] {
        for address in chunk.addresses
        where Int(address) < count && pairs.lastTenants[Int(address)] != UInt32(index) + 1 {
          pairs.lastTenants[Int(address)] = UInt32(index) + 1
          pairs.customers.append(pair(address, tenant))
        }
      }
    }
    return pairs.customers.sorted()
  }
}
