/// What a book keeps of one tenant.
struct TenantLedger: Sendable {
  /// Rows that were taken in.
  var rows = 0
  /// Of those that have a time, and of the risky ones of them.
  var counts = HourCounts()
  var riskyCounts = HourCounts()
  var customer = UInt32.max
  var coverage = SignalCoverage.unknown
  /// When its newest sign-ins were read, in ticks; nil where they are as new as the table.
  var headRead: Int64?
  /// Of the risky actions, as last read.
  var jump: CountJump?
  var hours = HoursSeen()
  var countries: [UInt32: DaysSeen] = [:]
  /// `hours`, `countries` or the counts hold something that is no longer so.
  var isSeenStale = false
  /// Rows that were read as not risky once and have changed since.
  var wasNotRisky: Set<RowNumber> = []
  var stayed = RowBits()
  /// By user; only those of whom there is something to say.
  var users: [UInt32: UserSummary] = [:]
  /// By user.
  var userHits: [UInt32: [SignalHit]] = [:]
  /// By address.
  var addressHits: [UInt32: [SignalHit]] = [:]

  struct UserSummary: Sendable {
    let cities: [(city: UInt32, since: Int64)]
    let isSteady: Bool
  }

  /// A city is usual for a tenant where it is for so many of its users.
  private static let usersOfUsualCity = 5

  var standing: TenantStanding {
    TenantStanding(
      signIns: counts.count(since: coverage.since ?? .max), risky: riskyCounts.count(since: coverage.since ?? .max),
      coverage: coverage, newest: hours.last, usualCities: usualCities,
      countries: countries, steadyUsers: users.values.count(where: \.isSteady), moves: moves)
  }

  private var usualCities: [UInt32: Int64] {
    var times: [UInt32: [Int64]] = [:]
    for user in users.values {
      for (city, since) in user.cities { times[city, default: []].append(since) }
    }
    return times.compactMapValues { times in
      times.count < Self.usersOfUsualCity ? nil : times.sorted()[Self.usersOfUsualCity - 1]
    }
  }

  private var moves: [UInt64: [Int64]] {
    userHits.values.joined().reduce(into: [:]) { moves, hit in
      if case .steadyAccount(let departure) = hit.evidence { moves[departure.network, default: []].append(hit.ticks) }
    }
  }

  /// Takes in rows from a chunk of its table.
  ///
  /// A country is that of the tenant only by networks that have a place.
  mutating func see(_ chunk: SignInChunk, _ offsets: Range<Int>, numbers: SignalNumbers) {
    let (times, places, addresses, risks) = (chunk.times, chunk.places, chunk.addresses, chunk.risks)
    var (all, risky) = ([] as [Int64], [] as [Int64])
    var byCountry: [UInt32: [Int64]] = [:]
    for offset in offsets where times[offset] != SignInChunk.noTime {
      all.append(times[offset])
      if risks[offset] == 1 { risky.append(times[offset]) }
      let country = numbers.place(places[offset]).country
      guard country != 0, numbers.label(numbers.address(addresses[offset]))?.hasPlace ?? true else { continue }
      byCountry[country, default: []].append(times[offset])
    }
    hours.add(all)
    counts.add(all)
    riskyCounts.add(risky)
    for (country, times) in byCountry { countries[country, default: DaysSeen()].add(times) }
  }

  /// Sees all rows that were taken in anew.
  mutating func seeAgain(_ table: SignInSnapshot, numbers: SignalNumbers) {
    (hours, countries, isSeenStale) = (HoursSeen(), [:], false)
    (counts, riskyCounts) = (HourCounts(), HourCounts())
    for (index, chunk) in table.chunks.enumerated() {
      let offsets = 0..<max(0, min(chunk.count, rows - index * SignInChunk.size))
      see(chunk, offsets, numbers: numbers)
    }
  }
}
