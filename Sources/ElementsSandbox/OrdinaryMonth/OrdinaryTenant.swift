import Assets

/// What is the same for all people of a tenant in an ordinary month.
///
/// Addresses are from ranges that belong to nobody: 198.18.0.0/15 (RFC 2544), 100.64.0.0/10 (RFC 6598), 240.0.0.0/4
/// (RFC 1112), 2001:db8::/32 (RFC 3849).
struct OrdinaryTenant: Sendable {
  let number: Int
  let hash: Hash
  let country: OrdinaryCountry
  let city: City

  init(number: Int, hash: Hash) {
    self.number = number
    self.hash = hash
    country = hash[.place].pick(OrdinaryCountry.all, or: OrdinaryCountry.all[0])
    city = hash[.city].pick(country.cities, or: country.main)
  }

  /// One for the whole office.
  var office: Spot { Spot("198.18.\(number % 256).10", city) }

  /// Two of five have one, half of them abroad.
  var vpnExit: Spot? {
    guard hash[.address].below(5) < 2 else { return nil }
    let away = hash[.address][.city].pick(OrdinaryCountry.all, or: country).main
    return Spot("198.19.\(number % 256).1", hash[.address].below(2) == 0 ? country.main : away)
  }

  /// Where a workflow flags much it flags whatever is foreign, and one of 25 others.
  var flagsMuch: Bool { hash[.risk].below(7) == 0 }

  func isRisky(_ spot: Spot, _ draw: Hash) -> Bool {
    let isForeign = spot.city.country != city.country
    let perThousand = flagsMuch ? (isForeign ? 1_000 : 40) : isForeign ? 50 : 6
    return draw[.risk].below(1_000) < perThousand
  }

  var networks: [PartnerNetwork] {
    [PartnerNetwork(network: "\(office.address)/32", kind: .office)]
      + (vpnExit.map { [PartnerNetwork(network: "\($0.address)/32", kind: .vpn)] } ?? [])
  }
}

/// An address and where it is listed.
struct Spot: Sendable, Hashable {
  let address: String
  let city: City

  init(_ address: String, _ city: City) {
    self.address = address
    self.city = city
  }
}
