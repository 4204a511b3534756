import Elements
import Randomness
import SignInAnalysis

/// Sign-ins as a view may meet them: few values that come again, several spellings, fields that are missing, equal
/// times.
struct ViewDraw {
  var random: SplitMix
  private var ids = 0

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  mutating func signIns(_ count: Int) -> [SignIn] { (0..<count).map { _ in signIn() } }

  private mutating func signIn() -> SignIn {
    ids += 1
    let user = Int.random(in: 0..<9, using: &random)
    return SignIn(
      id: "s\(ids)", loginTime: time(), userID: user < 5 ? "id-\(user)" : pick(nil, ""),
      userDisplayName: pick("Zoe", "Bob", "", nil), userPrincipalName: user < 8 ? name(user) : pick(nil, ""),
      ip: ip(), location: location(), country: pick("NL", "nl", "Netherlands", "NG", "Wakanda", "", nil),
      city: pick("Lagos", "lagos", "Amsterdam", "Malmö", "", nil), isRisk: pick(true, false, false, nil))
  }

  private mutating func name(_ user: Int) -> String {
    pick("u\(user)@contoso.com", "u\(user)@contoso.com", "U\(user)@contoso.com", "new.u\(user)@contoso.com")
  }

  /// Steps of ten minutes over a week, so that some stay and many times are equal.
  private mutating func time() -> Timestamp? {
    if random.chance(5) { return nil }
    return Timestamp(unixSeconds: 1_790_000_000 + 600 * Int64.random(in: 0..<1_000, using: &random))
  }

  private mutating func ip() -> String? {
    pick(
      "203.0.113.7", "203.0.113.7:443", "::ffff:203.0.113.7", "203.0.113.9", "10.0.0.1", "198.51.100.200",
      "2001:db8:1:2::1", "2001:db8:1:2::2", "2001:DB8:1:2::1", "2001:db8:1:3::1", "203.0.113.XXX", "gone", "", nil)
  }

  private mutating func location() -> Location? {
    if random.chance(20) { return nil }
    return Location(
      latitude: pick(90, -90, 0, 52.374, 6.4541, -33.8688, 91, -.infinity, .nan),
      longitude: pick(180, -180, 179.9, -179.9, 0, 4.8897, 3.3947, 151.2093, 181, .infinity))
  }

  private mutating func pick<Value>(_ values: Value...) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}

extension FleetSnapshot {
  /// Tables that share their words, one a tenant, and all their rows in some order.
  static func made(of tenants: [[SignIn]], shuffledBy random: inout SplitMix) -> (FleetSnapshot, [FleetRow]) {
    var words = SignInWords()
    var tables: [TenantNumber: SignInSnapshot] = [:]
    var rows: [FleetRow] = []
    for (number, signIns) in tenants.enumerated() {
      var table = NumberedSignIns()
      _ = table.insert(contentsOf: signIns, overruling: true, words: &words)
      tables[TenantNumber(number)] = table.snapshot(words: words)
      rows += signIns.indices.map { FleetRow(tenant: TenantNumber(number), row: RowNumber($0)) }
    }
    rows.shuffle(using: &random)
    return (FleetSnapshot(tables), rows)
  }
}
