/// What a rule found: facts, without judgement and without words. Places, names and ids are those of its rows.
public enum SignalEvidence: Hashable, Sendable {
  case travel(Leap)
  case twoCountries(Leap)
  case manyCountries(CountrySpread)
  case newCountry(CountryArrival)
  // Rare and large.
  indirect case sharedAddress(AddressBurst)
  indirect case crossTenant(TenantSpread)
  case taintedAddress(Taint)
  case steadyAccount(Departure)
  case lateRisk
  case dormant(Absence)
  case silentTenant(Silence)
  case oddHour(HourShare)
  case riskJump(CountJump)

  public var rule: SignalRule {
    switch self {
    case .travel: .travel
    case .twoCountries: .twoCountries
    case .manyCountries: .manyCountries
    case .newCountry: .newCountry
    case .sharedAddress: .sharedAddress
    case .crossTenant: .crossTenant
    case .taintedAddress: .taintedAddress
    case .steadyAccount: .steadyAccount
    case .lateRisk: .lateRisk
    case .dormant: .dormant
    case .silentTenant: .silentTenant
    case .oddHour: .oddHour
    case .riskJump: .riskJump
    }
  }

  /// The sign-ins that it rests on beside the one that it belongs to, earliest first.
  public var otherRows: [FleetRow] {
    switch self {
    case .travel(let leap), .twoCountries(let leap): [leap.from]
    case .manyCountries(let spread): spread.rows
    case .newCountry, .lateRisk, .silentTenant, .oddHour, .riskJump: []
    case .sharedAddress(let burst): burst.rows
    case .crossTenant(let spread): spread.rows
    case .taintedAddress(let taint): [taint.risky]
    case .steadyAccount(let departure): [departure.before]
    case .dormant(let absence): absence.before.map { [$0] } ?? []
    }
  }
}

/// Two sign-ins of one user, one after the other.
public struct Leap: Hashable, Sendable {
  public let from: FleetRow
  /// In ticks.
  public let start: Int64
  public let elapsed: Int64
  /// Nil where an end is not located.
  public let kilometres: Double?
  public let isEitherRisky: Bool
  public let isLaterRisky: Bool
  /// The user was at the later end within the 24 h before, or is there as usual.
  public private(set) var isReturn = false
  public let isOneCountry: Bool
  public let areAddressesUsual: Bool
  public let areCitiesUsual: Bool
  /// 0 for none.
  let startCity: UInt32
  let endCity: UInt32

  /// What the rule takes for the time between the two, so that two sign-ins at once have a speed: 0.0001 h.
  static let shortest = 36 * SignalTime.second / 100

  /// The same as a way back.
  var back: Leap {
    var leap = self
    leap.isReturn = true
    return leap
  }

  public var kilometresPerHour: Double? {
    kilometres.map { $0 / (Double(max(elapsed, Leap.shortest)) / Double(SignalTime.hour)) }
  }
}

/// Countries of one user within a day.
public struct CountrySpread: Hashable, Sendable {
  /// The latest sign-in of each of the other countries, earliest first.
  public let rows: [FleetRow]
  /// In ticks, from the first of `rows`.
  public let span: Int64
}

/// A user's first sign-in from a country.
public struct CountryArrival: Hashable, Sendable {
  /// Sign-ins of the user before.
  public let earlier: Int
  /// When the user was there before, in ticks; nil where that is not read.
  public let last: Int64?
  public let isRisky: Bool
  let country: UInt32
}

/// Many users of one tenant at one address.
public struct AddressBurst: Hashable, Sendable {
  public let users: Int
  public let signIns: Int
  /// Sign-ins.
  public let risky: Int
  /// From the first to the last, in ticks.
  public let start: Int64
  public let span: Int64
  public let stayed: Int
  /// Users for whom the address was usual before.
  public let usual: Int
  /// Nothing that is read of the tenant came from the address before.
  public let isFirst: Bool
  /// One of each user but the one that completed it, at most `AddressBurst.rowLimit`.
  public let rows: [FleetRow]

  static let rowLimit = 50
}

/// Risky sign-ins at one address in tenants of several customers.
public struct TenantSpread: Hashable, Sendable {
  /// All tenants, upwards.
  public let tenants: [TenantNumber]
  /// The most within 24 h.
  public let customers: Int
  /// In ticks.
  public let start: Int64
  public let risky: Int
  /// All sign-ins from the address that are read.
  public let signIns: Int
  public let stayed: Int
  public let isUsual: Bool
  /// The first of each other tenant, at most `AddressBurst.rowLimit`.
  public let rows: [FleetRow]
}

/// A sign-in that is not risky so far, at an address where nearly all are.
public struct Taint: Hashable, Sendable {
  /// The risky sign-in of another user that is nearest in time.
  public let risky: FleetRow
  /// Sign-ins at the address that is read.
  public let riskyCount: Int
  public let signIns: Int
  public let users: Int
  public let isUsual: Bool
}

/// A user that was always in the same networks, in another one.
public struct Departure: Hashable, Sendable {
  /// The sign-in before.
  public let before: FleetRow
  /// Sign-ins before, and from how many networks.
  public let signIns: Int
  public let networks: Int
  /// Hours of the day (UTC) in which the account was seen before, 1 to 24.
  public let hours: Int
  let network: UInt64
}

/// A user that was not seen for long.
public struct Absence: Hashable, Sendable {
  /// The sign-in before; nil where none is read.
  public let before: FleetRow?
  /// When that was, in ticks.
  public let last: Int64?
}

/// A tenant of which nothing comes.
public struct Silence: Hashable, Sendable {
  /// The newest sign-in, in ticks.
  public let last: Int64
  public let lasted: Int64
  /// The longest pause that touched this hour of the week, in ticks.
  public let longest: Int64
}

/// How seldom a user signs in at an hour.
public struct HourShare: Hashable, Sendable {
  /// 0...23, UTC.
  public let hour: Int
  /// Earlier sign-ins within an hour of it, and all.
  public let near: Int
  public let earlier: Int
}

/// A count far above those before.
public struct CountJump: Hashable, Sendable {
  public let count: Int
  public let mean: Double
  public let deviation: Double
  /// Those before.
  public let readings: Int
  /// When the first of them was read, in ticks.
  public let since: Int64
}
