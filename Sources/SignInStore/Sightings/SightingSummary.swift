import Elements
import SignInAnalysis

/// What the sign-ins of an address or a user have in common; grows row by row.
public struct SightingSummary: Hashable, Sendable {
  public private(set) var count = 0
  public private(set) var risky = 0
  /// The earliest and the latest time.
  public private(set) var first: Timestamp?
  public private(set) var last: Timestamp?
  public private(set) var tenants: Set<TenantNumber> = []
  /// Sign-ins by the code or name of the listed country.
  public private(set) var countries: [String: Int] = [:]
  private var userNumbers: Set<UInt32> = []

  public init() {}

  /// Distinct users, over all tenants.
  public var users: Int { userNumbers.count }

  /// Takes in a row that it does not have; one that is not there is passed over.
  mutating func add(_ row: FleetRow, in snapshot: FleetSnapshot) {
    snapshot.locate(CollectionOfOne(row)) { _, chunk, offset in
      count += 1
      risky += chunk.risks[offset] == 1 ? 1 : 0
      userNumbers.insert(chunk.users[offset])
      see(Timestamp(ticks: chunk.times[offset]))
      if let country = snapshot[row.tenant]?.places[chunk.places[offset]].country {
        countries[country, default: 0] += 1
      }
    }
    tenants.insert(row.tenant)
  }

  private mutating func see(_ time: Timestamp?) {
    guard let time else { return }
    first = min(first ?? time, time)
    last = max(last ?? time, time)
  }
}
