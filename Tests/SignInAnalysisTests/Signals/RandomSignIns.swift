import Elements
import Randomness
import SignInAnalysis

/// Small worlds in which most rules hold somewhere.
enum RandomSignIns {
  struct Row {
    let tenant: TenantNumber
    let signIn: SignIn
  }

  private static let places: [(String?, String?, (Double, Double)?)] = [
    ("NL", "Amsterdam", (52.37, 4.9)), ("Netherlands", "amsterdam", (52.37, 4.9)), ("NL", "Utrecht", (52.09, 5.12)),
    ("NG", "Lagos", (6.52, 3.38)), ("US", "Chicago", (41.88, -87.63)), ("FJ", "Suva", (-18.14, 178.44)),
    ("NL", nil, nil), (nil, nil, nil), ("", "", (0, 0)), ("US", nil, (90, 12)), ("XX", "Pole", (-90, -180)),
  ]

  static func rows(_ random: inout SplitMix, count: Int? = nil) -> [Row] {
    let count = count ?? Int.random(in: 20...250, using: &random)
    let lengths: [Double] = [1, 7, 40, 90]
    let days = lengths.randomElement(using: &random) ?? 7
    return (0..<count).map { index in
      Row(tenant: TenantNumber.random(in: 0..<4, using: &random), signIn: signIn("\(index)", days: days, &random))
    }
  }

  static func signIn(_ id: String, days: Double, _ random: inout SplitMix) -> SignIn {
    let user = random.chance(60) ? Int.random(in: 0..<2, using: &random) : Int.random(in: 0..<8, using: &random)
    // Half of the sign-ins come from one of two places where the user always is.
    let home = random.chance(50) ? Int.random(in: 0..<2, using: &random) : nil
    let place = home.map { places[user + $0 * 2] } ?? places.randomElement(using: &random) ?? places[0]
    let minute = Int.random(in: 0..<Int(days * 1_440), using: &random)
    return .made(
      id, minute: random.chance(3) ? nil : Double(minute),
      user: random.chance(5) ? nil : "u-\(user)", name: "\(Int.random(in: 0..<2, using: &random))",
      principal: random.chance(50) ? "User\(user)@contoso.com" : nil,
      ip: home.map { "198.51.100.\(user % 2 + $0)" } ?? ip(&random), country: place.0, city: place.1,
      at: place.2, isRisk: random.chance(40) ? true : random.chance(10) ? nil : false)
  }

  private static let oddAddresses: [String?] = [
    nil, "203.0.113.XXX", "2001:db8::1", "[2001:db8::2]:80", "::ffff:198.51.100.0",
  ]

  private static func ip(_ random: inout SplitMix) -> String? {
    if random.chance(10) { return oddAddresses.randomElement(using: &random) ?? nil }
    if random.chance(20) { return "192.0.2.\(Int.random(in: 0..<250, using: &random))" }
    return "198.51.100.\(Int.random(in: 0..<3, using: &random))"
  }

  /// Tenants 0 to 3, of three customers, with coverages of all kinds.
  static func world(
    _ settings: SignalSettings = SignalSettings(), networks: LabelledNetworks = LabelledNetworks()
  ) -> SignalWorld {
    var world = SignalWorld(settings: settings, networks: networks)
    world.customers = [0: 0, 1: 1, 2: 2, 3: 0]
    world.coverage = [
      0: SignalCoverage(since: SignIn.monday - 864_000_000_000 * 100), 1: SignalCoverage(since: SignIn.monday),
      2: .unknown, 3: SignalCoverage(since: SignIn.monday + 864_000_000_000 * 5),
    ]
    return world
  }

  /// With labels for networks, thresholds that little is enough for, and all rules.
  static func busyWorld() -> SignalWorld {
    var settings = SignalSettings()
    (settings.sharedAddress.users, settings.sharedAddress.minutes) = (3, 300)
    (settings.newCountry.signIns, settings.steadyAccount.signIns, settings.dormant.days) = (3, 6, 5)
    (settings.oddHour.isEnabled, settings.oddHour.signIns, settings.oddHour.percent) = (true, 5, 20)
    let networks = ["198.51.100.1/32": NetworkKind.hosting, "192.0.2.0/26": .mobile, "192.0.2.64/26": .known]
    return world(
      settings,
      networks: LabelledNetworks(
        networks.compactMap { cidr, kind in
          IPNetwork(cidr: cidr).map { LabelledNetwork(network: $0, kind: kind, name: "") }
        }))
  }

  static func worldOf(_ rows: [Row], _ settings: SignalSettings = SignalSettings()) -> SignalWorld {
    var world = world(settings)
    for tenant in Set(rows.map(\.tenant)) {
      _ = world.insert(rows.filter { $0.tenant == tenant }.map(\.signIn), into: tenant)
    }
    world.update()
    return world
  }
}

extension SignIn {
  func with(id: String) -> SignIn { with(id: id, isRisk: isRisk) }

  func with(isRisk: Bool?) -> SignIn { with(id: id, isRisk: isRisk) }

  private func with(id: String, isRisk: Bool?) -> SignIn {
    SignIn(
      id: id, loginTime: loginTime, userID: userID, userDisplayName: userDisplayName,
      userPrincipalName: userPrincipalName, ip: ip, location: location, country: country, city: city, isRisk: isRisk)
  }
}
