import Elements

/// What tells users apart: the id, or the folded principal name where there is none, or the display name where that is
/// all there is.
enum UserIdentity: Hashable, Sendable {
  case id(String)
  case principalName(String)
  case displayName(String)

  init?(_ user: SignInUser) {
    if let id = user.userID?.ifNotEmpty {
      self = .id(id)
    } else if let name = user.principalName?.ifNotEmpty {
      self = .principalName(folded(name))
    } else if let name = user.displayName?.ifNotEmpty {
      self = .displayName(name)
    } else {
      return nil
    }
  }
}

/// What tells addresses apart: where the text is one, the address; else the text.
enum AddressIdentity: Hashable, Sendable {
  case address(IPAddress)
  case text(String)

  /// The bits of an IPv4 address.
  var ipv4: UInt32? {
    guard case .address(let address) = self, address.isIPv4 else { return nil }
    return UInt32(truncatingIfNeeded: address.low)
  }

  init?(_ number: UInt32, in addresses: InternedAddresses) {
    if let bits = addresses.ipv4(number) {
      self = .address(IPAddress(ipv4: bits))
    } else if let text = addresses[number]?.ifNotEmpty {
      let network = IPNetwork(address: text)
      self = network?.prefixLength == 128 ? network.map { .address($0.base) } ?? .text(text) : .text(text)
    } else {
      return nil
    }
  }
}

extension InternedAddresses {
  /// Whether an address is written plainer than another spelling of it: the usual one of IPv4, else the shorter.
  func isPlainer(_ number: UInt32, than other: UInt32) -> Bool {
    if ipv4(other) != nil { return false }
    if ipv4(number) != nil { return true }
    let (own, others) = (self[number] ?? "", self[other] ?? "")
    return (own.utf8.count, own) < (others.utf8.count, others)
  }
}

extension AddressKey {
  /// The network around it, as `ip:` asks for it: `203.0.113.0/24`, `2001:db8:1:2::/64`.
  var neighbourhoodText: String {
    let network = neighbourhood
    return network.base.isIPv4 ? "\(AddressKey(network.base))/24" : description
  }
}

/// What tells places apart: a country, or a city in one.
struct PlaceIdentity: Hashable, Sendable {
  /// Folded, or empty.
  var city = ""
  /// As `CountryKey`, or empty.
  let country: String
}

extension PlaceIdentity {
  /// The country alone; nil where it is missing.
  init?(countryOf place: SignInPlace) {
    guard let country = CountryKey(place.country) else { return nil }
    self.init(country: country.text)
  }

  /// Nil where both are missing.
  init?(cityOf place: SignInPlace) {
    let country = CountryKey(place.country)?.text ?? ""
    let city = place.city?.ifNotEmpty.map { folded($0) } ?? ""
    guard !city.isEmpty || !country.isEmpty else { return nil }
    self.init(city: city, country: country)
  }
}
