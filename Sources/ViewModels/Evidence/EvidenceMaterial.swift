import Elements
import SignInAnalysis
import SignInStore

/// All that the evidence of a sign-in is made of, away from the main actor.
struct EvidenceMaterial: Sendable {
  let row: FleetRow
  let signals: [Signal]
  /// Of all tenants.
  let snapshot: FleetSnapshot
  /// Of the sign-in's tenant.
  let coverage: SignalCoverage
  let words: SignalWords
  let tenantName: @Sendable (TenantNumber) -> String

  /// Place, time, address and risk, as far as they are given.
  func text(of signIn: SignIn) -> String {
    let place = [signIn.country, signIn.city].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    let risk = signIn.isRisk.map { $0 ? "risky" : "not risky so far" } ?? "risk not told"
    let parts = [place.isEmpty ? "no place" : place, signIn.loginTime.map(words(of:)), signIn.ip, risk]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `with`, `with vera@contoso.example` of another user, or `at Contoso Ltd` of another tenant. Foreign text.
  func role(of other: FleetRow) -> String {
    guard other.tenant == row.tenant else { return "at \(tenantName(other.tenant))" }
    let name = snapshot[other]?.userPrincipalName?.ifNotEmpty
    return name == nil || name == snapshot[row]?.userPrincipalName ? "with" : "with \(name ?? "")"
  }

  func words(of time: Timestamp) -> String { words.words(of: time) }
}

extension PlaceContext {
  /// Nil where the row's tenant is not known.
  func evidenceMaterial(of row: FleetRow) -> EvidenceMaterial? {
    guard let store = fleet.store(row.tenant) else { return nil }
    let snapshot = fleet.snapshot
    return EvidenceMaterial(
      row: row, signals: signals.table[row], snapshot: snapshot, coverage: store.signalCoverage,
      words: signalWords(over: snapshot, time: times.dayAndClock), tenantName: tenantName)
  }

  /// The words of signals, with what tenants are called.
  func signalWords(
    over snapshot: FleetSnapshot, time: @escaping @Sendable (Timestamp) -> String
  ) -> SignalWords {
    SignalWords(snapshot, networks: networks, tenantName: tenantName, time: time)
  }

  /// The words of a ticket about some tenants, whose reader learns no other customer's name.
  func ticketWords(over snapshot: FleetSnapshot, _ own: Set<TenantNumber>) -> SignalWords {
    let name = tenantName
    return SignalWords(snapshot, networks: networks, tenantName: { own.contains($0) ? name($0) : nil }) {
      $0.minuteInUTC
    }
  }

  /// What tenants are called, away from the main actor too; foreign text.
  var tenantName: @Sendable (TenantNumber) -> String {
    let (references, identities) = (fleet.references, names.identities)
    return { number in
      guard Int(number) < references.count else { return "" }
      let reference = references[Int(number)]
      return (identities[reference] ?? TenantIdentity(reference: reference)).customerText
    }
  }
}

extension TimeDisplay {
  /// `11-20 21:59`, in the zone shown.
  @Sendable func dayAndClock(_ time: Timestamp) -> String {
    fields(of: time).time.dayAndClock
  }
}

extension Timestamp {
  /// `2026-11-20 21:59 UTC`.
  var minuteInUTC: String {
    let time = CalendarTime(unixSeconds: unixSeconds)
    return "\(time.year)-\(time.dayAndClock) UTC"
  }
}

extension CalendarTime {
  /// `11-20 21:59`.
  fileprivate var dayAndClock: String {
    "\(padded(month))-\(padded(day)) \(padded(hour)):\(padded(minute))"
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
