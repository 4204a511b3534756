/// What is known of a tenant as a whole when its signals are judged.
struct TenantStanding: Sendable {
  /// Sign-ins that are read without a gap, and the risky ones of them: what else was read is mostly risky, since those
  /// are read first.
  var signIns = 0
  var risky = 0
  var coverage = SignalCoverage.unknown
  /// In ticks; nil while nothing is read.
  var newest: Int64?
  /// From when on a city is usual for five of the tenant's users, by city.
  var usualCities: [UInt32: Int64] = [:]
  /// When each country was seen, by country.
  var countries: [UInt32: DaysSeen] = [:]
  /// Users that were always in the same one or two networks, those that left them among them.
  var steadyUsers = 0
  /// How many steady users went to a network, and when.
  var moves: [UInt64: [Int64]] = [:]

  /// A flag says something: at most 2 % of at least 200 sign-ins are risky.
  var isFlagRare: Bool { signIns >= 200 && Self.isRare(risky, of: signIns) }

  /// Whether it would be, were there enough sign-ins.
  static func isRare(_ risky: Int, of signIns: Int) -> Bool { risky * 50 <= signIns }

  var flagDoubt: SignalDoubt? {
    signIns > 0 && !isFlagRare ? .commonFlag(risky: risky, of: signIns) : nil
  }

  var known: ClosedRange<Int64>? {
    guard let since = coverage.since, let newest, since <= newest else { return nil }
    return since...newest
  }

  func isCityUsual(_ city: UInt32, at ticks: Int64) -> Bool {
    usualCities[city].map { $0 <= ticks } ?? false
  }
}
