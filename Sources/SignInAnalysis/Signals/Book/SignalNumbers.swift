import Elements

/// What rules compare, as numbers: user keys, address keys, countries and cities by the numbers of a fleet's words.
struct SignalNumbers: Sendable {
  private var userKeys = Interner<UserKey>()
  private var texts = Interner<PlaceText>()
  /// By user number: that of its key and 1; 0 for none.
  private var users: [UInt32] = []
  private var addresses = AddressKeyNumbers()
  private var places: [SignalPlace] = []

  init(networks: LabelledNetworks) {
    addresses = AddressKeyNumbers(networks: networks)
  }

  /// Number 0 is none.
  var userCount: Int { userKeys.values.count + 1 }
  /// Number 0 is none.
  var addressCount: Int { addresses.count }

  func user(_ number: UInt32) -> UInt32 { users[Int(number)] }
  func address(_ number: UInt32) -> UInt32 { addresses[number] }
  func place(_ number: UInt32) -> SignalPlace { places[Int(number)] }
  func label(_ address: UInt32) -> NetworkKind? { addresses.label(address) }

  /// A number for the network of an address key that is not 0.
  func network(_ address: UInt32, in list: InternedAddresses) -> UInt64 { addresses.network(address, in: list) }

  /// The number of a sign-in's user, which may be new.
  mutating func user(of signIn: SignIn) -> UInt32 {
    UserKey(SignInUser(signIn)).map { userKeys.number(of: $0) + 1 } ?? 0
  }

  /// The number of a sign-in's address key; 0 also where no table has it.
  func address(of signIn: SignIn, in list: InternedAddresses) -> UInt32 {
    signIn.ip.flatMap(AddressKey.init).flatMap { addresses.known($0, in: list) } ?? 0
  }

  mutating func country(of signIn: SignIn) -> UInt32 { country(signIn.country) }

  /// Numbers what is new in a table's words.
  mutating func catchUp(with table: SignInSnapshot) {
    for number in users.count..<max(users.count, table.users.count) {
      let key = UserKey(table.users[UInt32(number)])
      users.append(key.map { userKeys.number(of: $0) + 1 } ?? 0)
    }
    for number in places.count..<max(places.count, table.places.count) {
      places.append(place(table.places[UInt32(number)]))
    }
    addresses.catchUp(with: table.addresses)
  }

  private mutating func place(_ place: SignInPlace) -> SignalPlace {
    let country = country(place.country)
    let city = FoldedName.text(place.city).map { texts.number(of: PlaceText(country: country, text: $0)) + 1 }
    return SignalPlace(location: place.location, country: country, city: city ?? 0)
  }

  private mutating func country(_ text: String?) -> UInt32 {
    CountryKey(text).map { texts.number(of: PlaceText(country: nil, text: $0.text)) + 1 } ?? 0
  }
}

/// A country, or a city of one.
private struct PlaceText: Internable {
  /// Nil for a country.
  let country: UInt32?
  let text: String

  func hash(exactlyInto hasher: inout Hasher) {
    hasher.combine(country)
    hasher.combine(bytesOf: text)
  }

  func isExactly(_ other: PlaceText) -> Bool {
    country == other.country && Optional(text).isExactly(other.text)
  }
}
