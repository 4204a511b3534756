import Elements
import SignInAnalysis

/// A filter, and a text of a stranger for it to look at: what stands before and after the first line end.
struct FilterInput {
  let text: String
  let foreign: String
  /// Three of every kind, and last the stranger's.
  let signIns: [SignIn]
  /// The same in a table, each in the row of its place.
  let snapshot: SignInSnapshot

  init(_ input: [UInt8]) {
    let parts = input.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    text = String(decoding: parts[0], as: UTF8.self)
    foreign = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
    signIns = FilterInput.known + [FilterInput.signIn(of: foreign)]
    var table = SignInTable()
    _ = table.insert(contentsOf: signIns)
    snapshot = table.snapshot()
  }

  /// In the middle of the times of `signIns`.
  static let context = FilterContext(
    now: Timestamp(unixSeconds: 1_795_212_000) ?? .earliest, zone: FilterZone(name: "one hour ahead") { _ in 3_600 })

  static let list = FilterList.signInsOfAllTenants
  static let tenant = TenantTexts(customer: "Fabrikam & Sons (Zürich)", tenant: "fabrikam.example")

  private static let known = [
    SignIn(
      id: "7d1f0a52-0000-4000-8000-5e1f00000001", loginTime: Timestamp(unixSeconds: 1_795_200_000), userID: "0b77",
      userDisplayName: "Zoë Ångström", userPrincipalName: "zoe@fabrikam.example", ip: "203.0.113.7:443",
      location: Location(latitude: 6.45, longitude: 3.39), country: "NG", city: "Lagos", isRisk: true),
    SignIn(
      id: "7d1f0a52-0000-4000-8000-5e1f00000002", loginTime: nil, userID: nil, userDisplayName: nil,
      userPrincipalName: nil, ip: nil, location: nil, country: nil, city: nil, isRisk: nil),
    SignIn(
      id: "three", loginTime: Timestamp(unixSeconds: 1_795_300_000), userID: "svc-backup",
      userDisplayName: "田中 \"K\", Ken",
      userPrincipalName: "ken/田中@fabrikam.example", ip: "2001:db8::XXXX", location: nil, country: "Côte d'Ivoire",
      city: "São Paulo (old town)", isRisk: false),
  ]

  private static func signIn(of text: String) -> SignIn {
    SignIn(
      id: "four", loginTime: .earliest, userID: text, userDisplayName: text, userPrincipalName: text, ip: text,
      location: nil, country: text, city: text, isRisk: nil)
  }
}
