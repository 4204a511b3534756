import Assets
import Elements

/// A month of ordinary life in many tenants, in which nothing is wrong: to measure how often rules say that there is.
///
/// There are office workers, people who work at home or elsewhere in the country, travellers, guests of several
/// tenants, service accounts and new employees; telephones whose addresses are listed anywhere in the country, VPN
/// exits, homes whose addresses change, are shared or are listed wrongly, holidays, and workflows that flag much.
public struct OrdinaryMonth: Sendable {
  public let tenants: Int
  /// Of each tenant, a guest and a service account among them.
  public let users: Int
  public let days: Int
  /// How many people have no telephone for work, so that they may be seen from one or two networks alone.
  public let percentWithoutTelephone: Int
  /// Midnight before the first day.
  public let start: Timestamp

  private let hash: Hash

  /// - Parameters:
  ///   - tenants: at most 256, each of a customer of its own.
  ///   - users: at least 3.
  ///   - start: cut to midnight in UTC.
  public init(
    seed: UInt64 = 1, tenants: Int = 150, users: Int = 30, days: Int = 30, percentWithoutTelephone: Int = 10,
    start: Timestamp
  ) {
    hash = Hash(seed, 30)
    self.tenants = min(256, max(0, tenants))
    self.users = max(3, users)
    self.days = max(0, days)
    self.percentWithoutTelephone = percentWithoutTelephone
    self.start = Timestamp(ticks: start.ticks - start.ticks % OfficeHours.ticksPerDay) ?? .earliest
  }

  /// Offices, VPN exits and mobile networks, as a partner would list them.
  public var networks: [PartnerNetwork] {
    let mobile = OrdinaryCountry.all.map { PartnerNetwork(network: "100.\(64 + $0.number).0.0/16", kind: .mobile) }
    return (0..<tenants).flatMap { tenant($0).networks } + mobile
  }

  public func reference(ofTenant number: Int) -> TenantReference {
    let own = hash[.tenant][number]
    return TenantReference(customerID: own[.customer].guid, tenantID: own[.tenant].guid)
  }

  /// The sign-ins of the `number`-th tenant, newest first.
  public func signIns(ofTenant number: Int) -> [SignIn] {
    let tenant = tenant(number)
    let all: [SignIn] = (0..<users).flatMap { signIns(ofUser: $0, in: tenant) }
    return all.sorted { first, second in
      (first.loginTime ?? .earliest, first.id) > (second.loginTime ?? .earliest, second.id)
    }
  }

  private func tenant(_ number: Int) -> OrdinaryTenant {
    OrdinaryTenant(number: number, hash: hash[.tenant][number])
  }

  private func signIns(ofUser number: Int, in tenant: OrdinaryTenant) -> [SignIn] {
    let person = OrdinaryPerson(
      number: number, of: users, in: tenant, guests: hash[.person],
      percentWithoutTelephone: percentWithoutTelephone)
    let identity = identity(ofUser: number, person, in: tenant)
    let noon = OfficeHours(longitude: tenant.city.longitude).offset
    return (0..<days).flatMap { day in
      // Days count from 0001-01-01, which was a Monday.
      let weekday = (start.ticks / OfficeHours.ticksPerDay + Int64(day)) % 7
      let midnight = start.ticks + Int64(day) * OfficeHours.ticksPerDay - noon * OfficeHours.ticksPerHour
      return OrdinaryDay(person: person, tenant: tenant, day: day, isWeekend: weekday >= 5).signIns().map { signIn in
        let draw = tenant.hash[.identifier][number][day][signIn.minute]
        let seconds = Int64(60 * signIn.minute + draw.below(60))
        return record(identity, signIn.spot, midnight + seconds * Timestamp.ticksPerSecond, tenant, draw)
      }
    }
  }

  /// One of a hundred has no place.
  private func record(
    _ person: Person, _ spot: Spot, _ ticks: Int64, _ tenant: OrdinaryTenant, _ draw: Hash
  ) -> SignIn {
    let city = draw[.blemish].below(100) == 0 ? nil : spot.city
    return SignIn(
      id: draw.guid, loginTime: Timestamp(ticks: ticks), userID: person.id, userDisplayName: person.displayName,
      userPrincipalName: person.principalName, ip: spot.address,
      location: city.flatMap { Location(latitude: $0.latitude, longitude: $0.longitude) }, country: city?.country,
      city: city?.name, isRisk: tenant.isRisky(spot, draw))
  }

  private func identity(ofUser number: Int, _ person: OrdinaryPerson, in tenant: OrdinaryTenant) -> Person {
    let domain = "tenant\(tenant.number).example"
    let account =
      switch person.kind {
      case .guest: "guest\(tenant.number / 3)_partner.example#EXT#"
      case .service: "svc-backup"
      default: "user\(number)"
      }
    return Person(id: tenant.hash[number].guid, displayName: account, principalName: "\(account)@\(domain)")
  }
}
