import Elements
import SignInAnalysis

@testable import Reports

/// What somebody could put in every text of a sign-in.
let hostile = "</b>\u{1B}[2J\r\n# x | [l](http://e.example) `a` ![](y) <img src=z> www.e.example a@e.example \u{202E}"

extension HandedSignIn {
  static func sample(
    id: String = "s1", of tenant: String = "contoso", user: String? = "bob@contoso.example", name: String? = "Bob Mark",
    ip: String? = "203.0.113.7", place: String = "Lagos", time: String? = "2026-03-04T13:19:58.25Z",
    isRisk: Bool? = true, zone: String = "CET"
  ) -> HandedSignIn {
    let time = time.flatMap(Timestamp.init(iso8601:))
    let signIn = SignIn(
      id: id, loginTime: time, userID: "u1", userDisplayName: name, userPrincipalName: user, ip: ip, location: nil,
      country: "NG", city: place, isRisk: isRisk)
    return HandedSignIn(
      signIn, of: TenantReference(customerID: "c-\(tenant)", tenantID: "t-\(tenant)"),
      customerName: tenant.capitalized + " Ltd", tenantName: tenant + ".example",
      local: time.map { ZonedTime(CalendarTime(unixSeconds: $0.unixSeconds + 3_600), zone: zone) })
  }
}

extension TicketFacts {
  static func sample(_ signIns: [TicketSignIn], failures: [TicketFailure] = []) -> TicketFacts {
    let made = Timestamp(iso8601: "2026-03-04T14:00:00Z") ?? .earliest
    let read = Timestamp(iso8601: "2026-03-04T13:50:00Z") ?? .earliest
    let list = TicketList(
      customer: "Contoso Ltd", scope: .all, loaded: 100, total: 3_000, isComplete: false, backTo: read, readAt: made)
    return TicketFacts(
      signIns: signIns,
      basis: TicketBasis(
        rows: 412, tenantsRead: 3, tenants: 4, earliest: read, read: read...made, lists: [list], failures: failures),
      made: made, madeLocal: ZonedTime(CalendarTime(unixSeconds: made.unixSeconds + 3_600), zone: "CET"),
      source: "msp · commercial")
  }

  static func sample(_ signIns: HandedSignIn...) -> TicketFacts { sample(signIns.map { TicketSignIn($0) }) }
}
