import Elements

/// Numbers the values of one field of sign-ins; number 0 is none.
struct TallyNumbering: Sendable {
  let field: TallyField
  private var users = WordGroups<UserIdentity>()
  private var addresses = WordGroups<AddressIdentity>()
  private var networks = WordGroups<IPNetwork>()
  private var places = WordGroups<PlaceIdentity>()
  private var tenants: [TenantNumber: UInt32] = [:]
  private var tenantNumbers: [TenantNumber] = [0]
  private var clock: ZoneClock
  /// Users, by their numbers, that have more than one principal name.
  private var withOtherNames: Set<UInt32> = []

  init(_ field: TallyField, zone: FilterZone) {
    self.field = field
    clock = ZoneClock(zone)
  }

  /// How many numbers were given, and that of none.
  var count: Int {
    switch field {
    case .user: users.count
    case .address: addresses.count
    case .network: networks.count
    case .country, .city: places.count
    case .hour: 25
    case .tenant: tenantNumbers.count
    }
  }

  /// The number of a row's value.
  @inline(__always)
  mutating func number(of row: PackedSignIn, tenant: TenantNumber, in words: SignInLists) -> UInt32 {
    switch field {
    case .user: users.number(of: row.user) ?? learnUser(row.user, words)
    case .address: addresses.number(of: row.address) ?? learnAddress(row.address, words)
    case .network: networks.number(of: row.address) ?? learnNetwork(row.address, words)
    case .country, .city: places.number(of: row.place) ?? learnPlace(row.place, words)
    case .hour: clock.hours(atTicks: row.time).map { UInt32($0.flooredRemainder(by: 24)) + 1 } ?? 0
    case .tenant: tenantNumber(of: tenant)
    }
  }

  private mutating func learnUser(_ word: UInt32, _ words: SignInLists) -> UInt32 {
    let user = words.users[word]
    var renamed: UInt32?
    let number = users.learn(word, among: words.users.count, .init(UserIdentity(user))) { number, former in
      let old = words.users[former]
      let names = [old.principalName, user.principalName].compactMap { $0?.ifNotEmpty }
      if names.count == 2, folded(names[0]) != folded(names[1]) { renamed = number }
      return user.isSpokenFor(before: old) ? word : former
    }
    if let renamed { withOtherNames.insert(renamed) }
    return number
  }

  private mutating func learnAddress(_ word: UInt32, _ words: SignInLists) -> UInt32 {
    addresses.learn(word, among: words.addresses.count, .init(AddressIdentity(word, in: words.addresses))) {
      words.addresses.isPlainer(word, than: $1) ? word : $1
    }
  }

  private mutating func learnNetwork(_ word: UInt32, _ words: SignInLists) -> UInt32 {
    networks.learn(word, among: words.addresses.count, .init(words.addresses.key(of: word)?.neighbourhood))
  }

  private mutating func learnPlace(_ word: UInt32, _ words: SignInLists) -> UInt32 {
    let place = words.places[word]
    let identity = field == .country ? PlaceIdentity(countryOf: place) : PlaceIdentity(cityOf: place)
    return places.learn(word, among: words.places.count, .init(identity))
  }

  private mutating func tenantNumber(of tenant: TenantNumber) -> UInt32 {
    if let known = tenants[tenant] { return known }
    let number = UInt32(tenantNumbers.count)
    tenants[tenant] = number
    tenantNumbers.append(tenant)
    return number
  }

  // MARK: What the numbers stand for

  func value(of number: UInt32, in words: SignInLists) -> TallyValue {
    guard number != 0, Int(number) < count else { return .none }
    switch field {
    case .user:
      let user = words.users[users.words[Int(number)]]
      return .user(TallyUser(words: user, hasOtherNames: withOtherNames.contains(number)))
    case .address: return words.addresses[addresses.words[Int(number)]].map { .address($0) } ?? .none
    case .network:
      let key = words.addresses.key(of: networks.words[Int(number)])
      return key.map { .network($0.neighbourhoodText) } ?? .none
    case .country:
      let text = words.places[places.words[Int(number)]].country
      return text.map { .country(TallyNumbering.written($0)) } ?? .none
    case .city:
      let place = words.places[places.words[Int(number)]]
      return .city(city: place.city?.ifNotEmpty, country: place.country?.ifNotEmpty.map(TallyNumbering.written))
    case .hour: return .hour(Int(number) - 1)
    case .tenant: return .tenant(tenantNumbers[Int(number)])
    }
  }

  /// A country's code where there is one, else the text as it was sent.
  private static func written(_ country: String) -> String {
    let code = CountryKey(country)?.text ?? folded(country)
    return CountryCode.name(of: code) == nil ? country : code
  }

  /// The places of all numbers in the order of their values: addresses by number, hours and tenants as they are, texts
  /// as they are folded. None is last.
  func ranks(in words: SignInLists) -> [UInt32] {
    let numbers = (1..<max(1, UInt32(count))).map { $0 }
    let sorted: [UInt32]
    switch field {
    case .hour: sorted = numbers
    case .tenant: sorted = numbers.sorted { tenantNumbers[Int($0)] < tenantNumbers[Int($1)] }
    case .address: sorted = TallyNumbering.sorted(numbers, addresses.words, words.addresses)
    case .network: sorted = TallyNumbering.sorted(numbers, networks.words, words.addresses)
    case .user, .country, .city: sorted = sortedByText(numbers, words)
    }
    var ranks = Array(repeating: UInt32.max, count: count)
    for (rank, number) in sorted.enumerated() { ranks[Int(number)] = UInt32(rank) }
    return ranks
  }

  private func sortedByText(_ numbers: [UInt32], _ words: SignInLists) -> [UInt32] {
    let keyed = numbers.map { number -> (key: String, number: UInt32) in
      switch value(of: number, in: words) {
      case .user(let user): (folded(user.name ?? "") + "\u{0}" + (user.words.userID ?? ""), number)
      case .country(let country): (folded(country), number)
      case .city(let city, let country): (folded(city ?? "") + "\u{0}" + folded(country ?? ""), number)
      case .address, .network, .hour, .tenant, .none: ("", number)
      }
    }
    return keyed.sorted { ($0.key, $0.number) < ($1.key, $1.number) }.map(\.number)
  }

  /// Nearly all are IPv4, whose numbers are sorted as they are.
  private static func sorted(_ numbers: [UInt32], _ representing: [UInt32], _ addresses: InternedAddresses) -> [UInt32]
  {
    var ipv4: [UInt64] = []
    var others: [UInt32] = []
    for number in numbers {
      let word = representing[Int(number)]
      if let bits = addresses.ipv4(word) {
        ipv4.append(UInt64(bits) << 32 | UInt64(number))
      } else {
        others.append(number)
      }
    }
    ipv4.sort()
    let ranks = Ranking(isDescending: false).ranks(of: others) { SortAddress(addresses[representing[Int($0)]]).parts }
    return ipv4.map { UInt32(truncatingIfNeeded: $0) } + zip(ranks, others).sorted { $0 < $1 }.map(\.1)
  }
}

extension SignInUser {
  /// Whether this is what a user is called rather than by the other: with a principal name before one without, then
  /// the first by the alphabet, so that it does not depend on which came first.
  fileprivate func isSpokenFor(before other: SignInUser) -> Bool {
    let (own, others) = (principalName?.ifNotEmpty, other.principalName?.ifNotEmpty)
    guard let own else { return others == nil && (displayName ?? "") < (other.displayName ?? "") }
    guard let others else { return true }
    return (own, displayName ?? "") < (others, other.displayName ?? "")
  }
}
