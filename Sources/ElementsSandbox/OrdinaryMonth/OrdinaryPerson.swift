import Assets

/// How somebody lives in an ordinary month.
struct OrdinaryPerson: Sendable {
  enum Kind: Sendable {
    case officeWorker, hybrid, remote, traveller, guest, service
  }

  /// Days, counted from the month's first; the first and the last are half spent on the way.
  struct Trip: Sendable {
    let days: ClosedRange<Int>
    let spot: Spot
    let isHoliday: Bool
  }

  let kind: Kind
  let hash: Hash
  let home: City
  /// Where the telephone's network is; nil without a telephone.
  let telephone: OrdinaryCountry?
  /// The first day with sign-ins; 0 for all but a new employee.
  let firstDay: Int
  let trips: [Trip]

  /// - Parameter percentWithoutTelephone: how many have none.
  init(number: Int, of users: Int, in tenant: OrdinaryTenant, guests: Hash, percentWithoutTelephone: Int) {
    kind = OrdinaryPerson.kind(number: number, of: users, tenant.hash[number])
    // One guest has three neighbouring tenants, with the same address everywhere.
    hash = kind == .guest ? guests[tenant.number / 3] : tenant.hash[number]
    home = OrdinaryPerson.home(kind, hash, tenant)
    let country = kind == .guest ? hash[.home].pick(OrdinaryCountry.all, or: tenant.country) : tenant.country
    telephone = hash[.request].below(100) < percentWithoutTelephone ? nil : country
    let isNew = number == users - 3 && tenant.hash[.trip].below(2) == 0
    firstDay = isNew ? 3 + tenant.hash[.trip][.size].below(24) : 0
    trips = OrdinaryPerson.trips(kind, hash)
  }

  private static func kind(number: Int, of users: Int, _ draw: Hash) -> Kind {
    switch users - 1 - number {
    case 0: return .guest
    case 1: return .service
    default: break
    }
    switch draw[.status].below(100) {
    case ..<55: return .officeWorker
    case ..<80: return .hybrid
    case ..<92: return .remote
    default: return .traveller
    }
  }

  /// Most live where the office is; who works remotely lives anywhere in the country, a few abroad.
  private static func home(_ kind: Kind, _ hash: Hash, _ tenant: OrdinaryTenant) -> City {
    let own = hash[.home]
    switch kind {
    case .guest: return own.pick(OrdinaryCountry.all, or: tenant.country).main
    case .service: return own.below(2) == 0 ? tenant.city : tenant.country.main
    case .remote where own.below(20) == 0: return own[.city].pick(OrdinaryCountry.all, or: tenant.country).main
    case .remote: return own[.city].pick(tenant.country.cities, or: tenant.city)
    default: return tenant.city
    }
  }

  /// Travellers are away twice, and one of eight of all has a week's holiday.
  private static func trips(_ kind: Kind, _ hash: Hash) -> [Trip] {
    guard kind != .guest, kind != .service else { return [] }
    let own = hash[.trip]
    if kind == .traveller {
      return [0, 1].map { number in
        let first = 1 + 14 * number + own[number].below(9)
        return trip(first...first + 1 + own[number][.size].below(3), own[number], isHoliday: false)
      }
    }
    guard own.below(8) == 0 else { return [] }
    let first = own[.size].below(22)
    return [trip(first...first + 7, own, isHoliday: true)]
  }

  private static func trip(_ days: ClosedRange<Int>, _ draw: Hash, isHoliday: Bool) -> Trip {
    let city = draw[.city].pick(OrdinaryCountry.destinations, or: Home.amsterdam.city)
    let address = "240.200.\(draw[.address].below(256)).\(1 + draw[.user].below(254))"
    return Trip(days: days, spot: Spot(address, city), isHoliday: isHoliday)
  }

  /// The address at home changes every few weeks for half of the people; one of ten shares one with the neighbourhood,
  /// and one of 25 is listed in another city of the country.
  func homeSpot(day: Int, in tenant: OrdinaryTenant) -> Spot {
    let own = hash[.address]
    let number = own.below(2) == 0 ? 0 : (day + own[.jitter].below(12)) / 12
    let draw = own[number]
    let isMislisted = draw[.blemish].below(25) == 0 && kind != .guest
    let city = isMislisted ? draw[.city].pick(tenant.country.cities, or: home) : home
    if own[.place].below(10) == 0 { return Spot("100.127.\(tenant.country.number).\(1 + draw.below(60))", city) }
    if own[.place].below(4) == 1 {
      return Spot("2001:db8:\(hexadecimal(draw[1])):\(hexadecimal(draw[2]))::\(hexadecimal(draw[3]))", city)
    }
    return Spot("240.\(draw[1].below(190)).\(draw[2].below(256)).\(1 + draw[3].below(254))", city)
  }

  private func hexadecimal(_ draw: Hash) -> String { String(1 + draw.below(0xFFFF), radix: 16) }

  /// A service runs from one address, or from two; one of 600 moves to another on any day.
  func serviceSpot(day: Int, _ draw: Hash) -> Spot {
    let moves = (0...day).count { hash[.place][$0].below(600) == 0 }
    let twin = hash[.size].below(3) == 0 ? draw[.place].below(2) : 0
    let own = hash[.address][moves]
    return Spot("240.220.\(own.below(256)).\(1 + own[.user].below(120) * 2 + twin)", home)
  }

  /// One of 30 uses a VPN service of his own in the evening now and then, with some exits that many share.
  func ownVPN(day: Int, _ draw: Hash) -> Spot? {
    guard hash[.token].below(30) == 0, hash[.token][day].below(4) == 0 else { return nil }
    let place = hash[.token][.city].below(3) + draw[.token].below(2)
    let city = OrdinaryCountry.destinations[place % OrdinaryCountry.destinations.count]
    return Spot("240.250.\(place).\(1 + draw[.address].below(8))", city)
  }
}
