import Elements
import SignInAnalysis

extension TicketWriter {
  /// What a field says of some sign-ins: each value once, none where nothing is given.
  func values(of field: TicketField, _ signIns: [TicketSignIn]) -> [String] {
    switch field {
    case .title: [title(signIns)]
    case .count: ["\(signIns.count)"]
    case .riskyCount: ["\(signIns.count { $0.handed.signIn.isRisk == true })"]
    case .basis: TicketWords(format: format).basis(facts.basis)
    case .unknown: NotToldOfSignIns.words
    case .madeUTC: [facts.made.spacedUTC]
    case .madeLocal: [facts.madeLocal].compactMap(\.textUnlessUTC)
    case .source: facts.source.isEmpty ? [] : [format.quoted(facts.source)]
    case .customer, .customerID, .tenant, .tenantID, .user, .name, .userID, .timeUTC, .timeLocal, .address, .place,
      .coordinates, .risk, .signInID, .stay, .userKnown, .addressKnown, .evidence:
      unique(signIns.flatMap { values(of: field, $0) })
    }
  }

  private func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  private func title(_ signIns: [TicketSignIn]) -> String {
    let risky = signIns.count { $0.handed.signIn.isRisk == true }
    guard signIns.count > 1 else { return risky == 1 ? "Risky sign-in" : "Sign-in" }
    return "\(signIns.count) sign-ins, \(risky) of them risky"
  }

  private func values(of field: TicketField, _ ticket: TicketSignIn) -> [String] {
    if field == .evidence { return ticket.evidence.map(format.quoted) }
    return [value(of: field, ticket)].compactMap { $0 }
  }

  private func value(of field: TicketField, _ ticket: TicketSignIn) -> String? {
    let (handed, signIn) = (ticket.handed, ticket.handed.signIn)
    let words = TicketWords(format: format)
    return switch field {
    case .customer: given(handed.customerName ?? handed.tenant.customerID)
    case .customerID: given(handed.tenant.customerID)
    case .tenant: given(handed.tenantName ?? handed.tenant.tenantID)
    case .tenantID: given(handed.tenant.tenantID)
    case .user: given(signIn.userPrincipalName?.ifNotEmpty ?? signIn.userID)
    case .name: given(signIn.userDisplayName)
    case .userID: given(signIn.userID)
    case .timeUTC: signIn.loginTime?.spacedUTC ?? TicketWords.notGiven
    case .timeLocal: handed.local?.textUnlessUTC
    case .address: given(signIn.ip)
    case .place: given(signIn.listedPlace)
    case .coordinates: signIn.coordinates
    case .risk: TicketWords.risk(signIn.isRisk)
    case .signInID: given(signIn.id)
    case .stay: ticket.ofUser.flatMap { figures in signIn.ip.map { figures.stay(at: $0)?.words ?? Stay.touchedOnce } }
    case .userKnown: ticket.ofUser.map { words.figures($0, ofUser: true) }
    case .addressKnown: ticket.ofAddress.map { words.figures($0, ofUser: false) }
    case .evidence, .title, .count, .riskyCount, .basis, .unknown, .madeUTC, .madeLocal, .source: nil
    }
  }

  private func given(_ foreign: String?) -> String {
    foreign?.ifNotEmpty.map(format.quoted) ?? TicketWords.notGiven
  }
}

extension Timestamp {
  /// `2026-11-24 05:21:07 UTC`.
  var spacedUTC: String { CalendarTime(unixSeconds: unixSeconds).spaced + " UTC" }
}

extension ZonedTime {
  /// `2026-11-24 06:21:07 CET`; nil where that is UTC, so that it says nothing.
  var textUnlessUTC: String? { zone == "UTC" ? nil : "\(time.spaced) \(zone)" }
}

extension CalendarTime {
  /// `2026-11-24 05:21:07`.
  var spaced: String {
    let date = "\(padded(year, to: 4))-\(padded(month))-\(padded(day))"
    return "\(date) \(padded(hour)):\(padded(minute)):\(padded(second))"
  }

  private func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
