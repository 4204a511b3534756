import Elements

/// A handful of customers and as many sign-ins as wanted, the awkward ones first.
enum Samples {
  static let customers = [
    customer("c-contoso", "Contoso Ltd", "Netherlands", ["contoso.onmicrosoft.com"]),
    customer("c-zoe", "Zoë Ångström Architects AB", "Sweden", ["zoe.onmicrosoft.com", "zoe-sales.onmicrosoft.com"]),
    customer("c-midori", "株式会社みどり", "Japan", ["midori.onmicrosoft.com"]),
    customer("c-fabrikam", "Fabrikam, Inc.", "United Kingdom", []),
    customer("c-evil", "Evil\u{1B}[31m\u{202E}Corp", nil, ["evil\nline.onmicrosoft.com"]),
    customer("c-nameless", "", "Türkiye", ["meridian-logistics-and-warehousing-emea.onmicrosoft.com"]),
  ]

  /// By tenant, which is named by its first customer's id and a number.
  static let counts = [
    "c-contoso/1": ActionCounts(risky: 10, normal: 20),
    "c-zoe/1": ActionCounts(risky: 0, normal: 0),
    "c-zoe/2": ActionCounts(risky: nil, normal: 5),
    "c-midori/1": ActionCounts(risky: 1, normal: 1_234_567),
    "c-evil/1": ActionCounts(risky: 999, normal: 1),
    "c-nameless/1": ActionCounts(risky: 0, normal: 48),
  ]

  private static func customer(_ id: String, _ name: String, _ country: String?, _ tenants: [String]) -> Customer {
    Customer(
      id: id, organization: name, countryOrRegion: country,
      tenants: tenants.enumerated().map { Tenant(id: "\(id)/\($0 + 1)", name: $1) })
  }

  /// Newest first: number 0 at 2026-11-20 21:59:12 UTC, each of the others 137 seconds before the one above it.
  static func signIns(_ count: Int) -> [SignIn] {
    (0..<count).map { $0 < awkward.count ? awkward[$0] : signIn($0) }
  }

  /// Risky sign-ins, the newest first, so many minutes apart, before the time at which the tests run.
  static func risky(_ count: Int, hoursAgo hours: Int = 1, minutesApart: Int = 60) -> [SignIn] {
    (0..<count).map { number in
      let time = Timestamp(unixSeconds: 1_795_000_000 - Int64(hours * 60 + number * minutesApart) * 60)
      return signIn(31 * (number + 1), at: time)
    }
  }

  /// Risky sign-ins of all tenants but the first, so that the worst first is the server's order.
  static let riskyByTenant = [
    "c-zoe/1": risky(8), "c-zoe/2": risky(7), "c-midori/1": risky(6), "c-evil/1": risky(5), "c-nameless/1": risky(4),
  ]

  /// More than a page holds, few, none, and those of days before.
  static let riskyAsInLife = [
    "c-contoso/1": risky(3), "c-zoe/1": [], "c-zoe/2": risky(250, minutesApart: 2),
    "c-midori/1": risky(2, hoursAgo: 60), "c-evil/1": risky(1_234, hoursAgo: 5), "c-nameless/1": risky(1),
  ]

  /// Sign-ins newer than all others, the newest first.
  static func arrivals(_ count: Int) -> [SignIn] {
    (1...count).reversed().map { signIn(-$0) }
  }

  static func time(_ number: Int) -> Timestamp? {
    Timestamp(unixSeconds: 1_795_211_952 - Int64(number) * 137)
  }

  static func signIn(_ number: Int, at time: Timestamp? = nil) -> SignIn {
    let names = ["Anouk Bos", "Sem Mulder", "Noor Visser", "Daan Hendriks", "Fleur Brouwer", "Loes de Vries"]
    let name = names[abs(number) % names.count]
    let isRisk = number > 0 && number % 31 == 0
    let user = name.lowercased().replacing(" ", with: ".")
    return SignIn(
      id: "signin-\(number)", loginTime: time ?? Samples.time(number), userID: "user-\(abs(number) % names.count)",
      userDisplayName: name, userPrincipalName: "\(user)@contoso.onmicrosoft.com",
      ip: isRisk ? "203.0.113.7" : "198.51.100.\(abs(number) % 250)",
      location: Location(latitude: 52.374, longitude: 4.8897), country: isRisk ? "NG" : "NL",
      city: isRisk ? "Lagos" : "Amsterdam", isRisk: isRisk)
  }

  private static let awkward: [SignIn] = [
    row(0, "Bob Mark", ip: "203.0.113.7", "NG", "Lagos", isRisk: true),
    row(1, "Zoë Ångström", ip: "2001:db8:8d01:783c::badd:cafe", "NL", "Amsterdam", isRisk: false),
    row(2, "周建国", ip: "198.51.100.4", "CN", "上海", isRisk: true),
    row(3, "Nina 🔒 👨‍👩‍👧 Holm", ip: "198.51.100.XXX", "SE", "Malmö", isRisk: false),
    row(4, "\u{1B}[2J\u{1B}]0;gone\u{7}Mallory", ip: "203.0.113.9:50123", "US", nil, isRisk: false),
    row(5, "Line one\r\nLine two\u{202E}", ip: "203.0.113.9", nil, "Paris", isRisk: nil),
    SignIn(
      id: "signin-6", loginTime: nil, userID: nil, userDisplayName: nil, userPrincipalName: nil, ip: nil,
      location: nil, country: nil, city: nil, isRisk: nil),
    SignIn(
      id: "signin-7", loginTime: time(7), userID: "5f0c", userDisplayName: "", userPrincipalName: "svc@contoso.example",
      ip: "", location: Location(latitude: -33.8688, longitude: 151.2093), country: "", city: nil, isRisk: false),
    row(
      8, "Wolfeschlegelsteinhausenbergerdorff Hubert", ip: "192.0.2.200", "DE", "Garmisch-Partenkirchen", isRisk: true),
  ]

  private static func row(
    _ number: Int, _ name: String, ip: String, _ country: String?, _ city: String?, isRisk: Bool?
  ) -> SignIn {
    SignIn(
      id: "signin-\(number)", loginTime: time(number), userID: "user-\(number)", userDisplayName: name,
      userPrincipalName: "user\(number)@contoso.onmicrosoft.com", ip: ip,
      location: Location(latitude: 6.4541, longitude: 3.3947), country: country, city: city, isRisk: isRisk)
  }
}
