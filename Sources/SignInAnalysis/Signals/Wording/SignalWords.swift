import Elements

/// Writes signals out: one line, and in full. Here and nowhere else are their words.
///
/// All texts of sign-ins in it are foreign; who shows them passes them through the border for such text.
public struct SignalWords: Sendable {
  let snapshot: FleetSnapshot
  let networks: LabelledNetworks
  let time: @Sendable (Timestamp) -> String
  let tenantName: @Sendable (TenantNumber) -> String?

  /// - Parameters:
  ///   - snapshot: of all tenants that the signals are of.
  ///   - time: writes a moment, in whatever zone is shown.
  ///   - tenantName: for evidence over tenants; nil for one that is counted and not named.
  public init(
    _ snapshot: FleetSnapshot, networks: LabelledNetworks = LabelledNetworks(),
    tenantName: @escaping @Sendable (TenantNumber) -> String?, time: @escaping @Sendable (Timestamp) -> String
  ) {
    self.snapshot = snapshot
    self.networks = networks
    self.time = time
    self.tenantName = tenantName
  }

  /// The evidence in one line, such as
  /// `NL Amsterdam 20:37 → NG Lagos 22:40: 5,000 km in 2 h 3 min, 2,440 km/h · stayed 40 min (3)`.
  public func line(_ signal: Signal) -> String {
    [facts(signal), stay(signal)].compactMap(\.self).joined(separator: " · ")
  }

  /// The evidence and what speaks against it, a line a fact; the first one names rule and severity.
  public func lines(_ signal: Signal) -> [String] {
    let heading = "\(signal.rule.rawValue), \(signal.severity.name)\(signal.isQuiet ? ", quiet" : "")"
    return [heading, facts(signal)] + detail(signal) + against(signal) + [known(signal)].compactMap(\.self)
  }

  /// The same as one line, for a text that is handed on.
  public func sentence(_ signal: Signal) -> String {
    let lines = lines(signal)
    return lines.prefix(1).joined() + ": " + lines.dropFirst().joined(separator: "; ")
  }

  /// The ids of the sign-ins that a signal rests on, that which it belongs to last.
  public func ids(_ signal: Signal) -> [SignIn.ID] {
    (signal.evidence.otherRows + [signal.row].compactMap(\.self)).compactMap { snapshot[$0]?.id }
  }

  /// A moment, as the evidence writes it.
  public func words(of time: Timestamp) -> String { self.time(time) }

  // MARK: In full

  private func detail(_ signal: Signal) -> [String] {
    let user = signal.row.flatMap { snapshot[$0] }.flatMap { $0.userPrincipalName ?? $0.userID }
    let confirmed = signal.confirmedBy.map(\.rawValue).joined(separator: ", ")
    return [
      user.map { "user: \($0)" }, stay(signal).map { "\($0) at \(signal.row.flatMap(address) ?? "its address")" },
      label(signal), confirmed.isEmpty ? nil : "high together with \(confirmed) within 24 h",
    ].compactMap(\.self)
  }

  private func label(_ signal: Signal) -> String? {
    guard let kind = signal.label else { return nil }
    let key = signal.row.flatMap { snapshot[$0]?.ip }.flatMap(AddressKey.init)
    let name = key.flatMap { networks[$0]?.name } ?? ""
    let step = kind == .hosting ? ", which raises it by a step" : ""
    return "network: \(kind.rawValue)\(name.isEmpty ? "" : " \(name)")\(step)"
  }

  private func against(_ signal: Signal) -> [String] {
    ([signal.quiet?.words] + signal.doubts.map(\.words)).compactMap(\.self).map { "against: \($0)" }
  }

  /// Nil for what rests on no sign-ins.
  private func known(_ signal: Signal) -> String? {
    if case .riskJump = signal.evidence { return nil }
    guard let first = signal.known.flatMap({ Timestamp(ticks: $0.lowerBound) }),
      let last = signal.known.flatMap({ Timestamp(ticks: $0.upperBound) })
    else { return "known: how far back sign-ins are read without a gap is unknown" }
    return "known: sign-ins from \(time(first)) to \(time(last))"
  }

  // MARK: Parts

  func stay(_ signal: Signal) -> String? {
    switch signal.evidence {
    case .sharedAddress(let burst): stayed(burst.stayed)
    case .crossTenant(let spread): stayed(spread.stayed)
    default: signal.stay?.words
    }
  }

  /// Of several users.
  private func stayed(_ users: Int) -> String { users > 0 ? "\(Grouped(users)) stayed" : "none stayed" }

  func address(_ row: FleetRow) -> String? {
    snapshot[row]?.ip.map { AddressKey($0)?.description ?? $0 }
  }

  /// `NL Amsterdam`; `unnamed place` where coordinates alone are known.
  func place(_ row: FleetRow) -> String {
    let signIn = snapshot[row]
    let parts = [signIn?.country, signIn?.city].compactMap(\.self).filter { !$0.isEmpty }
    guard parts.isEmpty else { return parts.joined(separator: " ") }
    return signIn?.location == nil ? "no place" : "unnamed place"
  }

  /// `NL Amsterdam 20:37`.
  func placeAndTime(_ row: FleetRow) -> String {
    [place(row), snapshot[row]?.loginTime.map(time)].compactMap(\.self).joined(separator: " ")
  }

  func time(ticks: Int64) -> String { Timestamp(ticks: ticks).map(time) ?? "" }

  /// ` in the 9 days read`, or nothing where that is unknown.
  func read(_ signal: Signal, before ticks: Int64?) -> String {
    guard let since = signal.known?.lowerBound, let ticks, ticks > since else { return " in what is read" }
    return " in the \(SignalWords.days(ticks - since)) read"
  }

  /// Whole days from two on, else as lengths are written.
  static func days(_ ticks: Int64) -> String {
    let days = ticks / SignalTime.day
    return days >= 2 ? "\(days) days" : SpanWords.words(ticks: ticks)
  }
}

extension QuietReason {
  public var words: String {
    switch self {
    case .usualAddresses: "both addresses are usual for the user"
    case .usualCities: "both cities are usual for the user"
    case .nearInOneCountry: "both places are in one country and not far apart"
    case .citiesUsualInTenant: "both cities are usual in the tenant"
    case .labelledNetwork(let kind): "the address is in a network labelled \(kind.rawValue)"
    case .usualAddress: "the address is usual for its users"
    }
  }
}

extension SignalDoubt {
  public var words: String {
    switch self {
    case .baselineUnknown: "baseline unknown: too little is read to tell what is usual"
    case .unreadBetween: "sign-ins between the two may not be read"
    case .commonFlag(_, of: 1): "only 1 sign-in is read: a flag says little"
    case .commonFlag(let risky, let all) where TenantStanding.isRare(risky, of: all):
      "only \(all) sign-ins are read: a flag says little"
    case .commonFlag(let risky, let all):
      "\(Grouped(risky)) of \(Grouped(all)) sign-ins read are risky: a flag says little"
    case .tenantMoved: "other accounts of the tenant moved to the same network"
    case .sharedAddress(let users):
      "one of \(Grouped(users)) users at this address within minutes: shared-address tells of all"
    }
  }
}
