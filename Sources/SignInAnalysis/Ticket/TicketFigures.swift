import Elements

/// What was read of one user or one address, over all tenants.
public struct TicketFigures: Hashable, Sendable {
  /// Sign-ins with a country's code or name. Foreign text.
  public struct Country: Hashable, Sendable {
    public let name: String
    public let count: Int

    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  public private(set) var count = 0
  public private(set) var risky = 0
  public private(set) var first: Timestamp?
  public private(set) var last: Timestamp?
  /// The longest stays, one for each user and address that had one.
  public private(set) var stays: [Stay] = []
  private var staysByAddress: [AddressKey: Stay] = [:]
  private var userNumbers: Set<UInt32> = []
  private var addressNumbers: Set<UInt32> = []
  private var tenantNumbers: Set<TenantNumber> = []
  private var countryCounts: [String: Int] = [:]

  public init() {}

  public var users: Int { userNumbers.count }
  public var addresses: Int { addressNumbers.count }
  public var tenants: Int { tenantNumbers.count }

  /// Those with most sign-ins first.
  public var countries: [Country] {
    countryCounts.map { Country(name: $0.key, count: $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// Searches all that was read: not for the main actor.
  public init(of subject: SightingSubject, in snapshot: FleetSnapshot) {
    var matcher = SightingMatcher(subject)
    var visits: [Visitor: [Int64]] = [:]
    // A guest is the same user as its home account, under another number.
    let isUser = if case .user = subject { true } else { false }
    for tenant in snapshot.tenants {
      guard let table = snapshot[tenant] else { continue }
      let rows = matcher.matches(among: 0..<RowNumber(table.count), in: table)
      for row in rows {
        add(row, of: tenant, in: table)
        note(row, in: table, isUser: isUser, &visits)
      }
    }
    for (visitor, times) in visits { addStays(of: visitor, times) }
  }

  /// Of a user's figures, the longest stay at an address; nil where it did not stay there.
  public func stay(at address: String) -> Stay? {
    AddressKey(address).flatMap { staysByAddress[$0] }
  }

  private struct Visitor: Hashable {
    let user: UInt32
    let address: AddressKey
  }

  private func note(_ row: RowNumber, in table: SignInSnapshot, isUser: Bool, _ visits: inout [Visitor: [Int64]]) {
    let (index, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
    let chunk = table.chunks[index]
    let time = chunk.times[offset]
    guard time != SignInChunk.noTime, let key = table.addresses.key(of: chunk.addresses[offset]) else { return }
    visits[Visitor(user: isUser ? 0 : chunk.users[offset], address: key), default: []].append(time)
  }

  private mutating func addStays(of visitor: Visitor, _ times: [Int64]) {
    guard let stay = StayAccumulator(times.sorted()).runs.longestStay else { return }
    stays.append(stay)
    let known = staysByAddress[visitor.address]
    staysByAddress[visitor.address] = known.flatMap { [$0, stay].longestStay } ?? stay
  }

  private mutating func add(_ row: RowNumber, of tenant: TenantNumber, in table: SignInSnapshot) {
    let (index, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
    let chunk = table.chunks[index]
    count += 1
    risky += chunk.risks[offset] == 1 ? 1 : 0
    tenantNumbers.insert(tenant)
    userNumbers.insert(chunk.users[offset])
    if chunk.addresses[offset] != 0 { addressNumbers.insert(chunk.addresses[offset]) }
    if let country = table.places[chunk.places[offset]].country?.ifNotEmpty { countryCounts[country, default: 0] += 1 }
    guard let time = Timestamp(ticks: chunk.times[offset]) else { return }
    first = min(first ?? time, time)
    last = max(last ?? time, time)
  }
}
