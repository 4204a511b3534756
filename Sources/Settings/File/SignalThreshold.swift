import SignInAnalysis

/// A number or a switch of a rule, as `[signals.NAME]` of the file gives it.
struct SignalThreshold: Hashable, Sendable {
  let rule: SignalRule
  let key: String
  let value: Value

  enum Value: Hashable, Sendable {
    case number(Int)
    case flag(Bool)
  }

  func apply(to settings: inout SignalSettings) {
    switch value {
    case .flag(let flag): settings[keyPath: Self.switches(rule)] = flag
    case .number(let number): Self.numbers[rule]?[key]?(&settings, number)
    }
  }

  /// Reads `[signals]`. Numbers are whole and above 0.
  static func read(_ node: TOMLNode, key: String) throws(ConfigurationFileError) -> [SignalThreshold] {
    guard case .table(let rules) = node else {
      throw .wrongValue(key: key, expected: "tables such as [\(key).travel]", found: node.kind)
    }
    var thresholds: [SignalThreshold] = []
    for entry in rules {
      let place = "\(key).\(entry.key)"
      guard let rule = SignalRule(rawValue: entry.key) else {
        throw .unknownKey(place, nearest: Self.nearest(to: entry.key, among: SignalRule.allCases.map(\.rawValue)))
      }
      guard case .table(let values) = entry.node else {
        throw .wrongValue(key: place, expected: "a table [\(place)]", found: entry.node.kind)
      }
      for value in values { thresholds.append(try SignalThreshold(rule, value, key: "\(place).\(value.key)")) }
    }
    return thresholds
  }

  private init(_ rule: SignalRule, _ entry: TOMLNode.Entry, key: String) throws(ConfigurationFileError) {
    (self.rule, self.key) = (rule, entry.key)
    let names = (Self.numbers[rule] ?? [:]).keys.sorted() + ["enabled"]
    switch (entry.key, entry.node) {
    case ("enabled", .flag(let flag)): value = .flag(flag)
    case ("enabled", _): throw .wrongValue(key: key, expected: "true or false", found: entry.node.kind)
    case (let name, .number(let number)) where names.contains(name) && Self.range.contains(number):
      value = .number(number)
    case (let name, let node) where names.contains(name):
      let found = if case .number(let number) = node { "\(number)" } else { node.kind }
      throw .wrongValue(key: key, expected: "a whole number from 1 to 1,000,000", found: found)
    default: throw .unknownKey(key, nearest: Self.nearest(to: entry.key, among: names))
    }
  }

  /// All names where none is near: there are few, and they are listed nowhere else in the program.
  private static func nearest(to name: String, among names: [String]) -> [String] {
    let nearest = NearestName.all(near: name, among: names)
    return nearest.isEmpty ? names : nearest
  }

  private static let range = 1...1_000_000

  private static func switches(_ rule: SignalRule) -> WritableKeyPath<SignalSettings, Bool> {
    switch rule {
    case .travel: \.travel.isEnabled
    case .twoCountries: \.twoCountries.isEnabled
    case .manyCountries: \.manyCountries.isEnabled
    case .newCountry: \.newCountry.isEnabled
    case .sharedAddress: \.sharedAddress.isEnabled
    case .crossTenant: \.crossTenant.isEnabled
    case .taintedAddress: \.taintedAddress.isEnabled
    case .steadyAccount: \.steadyAccount.isEnabled
    case .lateRisk: \.lateRisk.isEnabled
    case .dormant: \.dormant.isEnabled
    case .silentTenant: \.silentTenant.isEnabled
    case .oddHour: \.oddHour.isEnabled
    case .riskJump: \.riskJump.isEnabled
    }
  }

  private typealias Set = @Sendable (inout SignalSettings, Int) -> Void

  /// By rule and by name.
  private static let numbers: [SignalRule: [String: Set]] = [
    .travel: [
      "kilometres": { $0.travel.kilometres = Double($1) },
      "kilometres_per_hour": { $0.travel.kilometresPerHour = Double($1) },
      "quiet_kilometres": { $0.travel.quietKilometres = Double($1) },
    ],
    .twoCountries: ["hours": { $0.twoCountries.hours = Double($1) }],
    .manyCountries: [
      "countries": { $0.manyCountries.countries = $1 }, "hours": { $0.manyCountries.hours = Double($1) },
    ],
    .newCountry: [
      "days": { $0.newCountry.days = Double($1) }, "sign_ins": { $0.newCountry.signIns = $1 },
      "baseline_days": { $0.newCountry.baselineDays = Double($1) },
    ],
    .sharedAddress: [
      "users": { $0.sharedAddress.users = $1 }, "minutes": { $0.sharedAddress.minutes = Double($1) },
      "baseline_days": { $0.sharedAddress.baselineDays = Double($1) },
      "usual_percent": { $0.sharedAddress.usualPercent = Double($1) },
    ],
    .crossTenant: [
      "customers": { $0.crossTenant.customers = $1 }, "medium_customers": { $0.crossTenant.mediumCustomers = $1 },
      "hours": { $0.crossTenant.hours = Double($1) },
    ],
    .taintedAddress: [
      "users": { $0.taintedAddress.users = $1 }, "days": { $0.taintedAddress.days = Double($1) },
    ],
    .steadyAccount: [
      "networks": { $0.steadyAccount.networks = $1 }, "sign_ins": { $0.steadyAccount.signIns = $1 },
      "baseline_days": { $0.steadyAccount.baselineDays = Double($1) }, "hours": { $0.steadyAccount.hours = $1 },
    ],
    .dormant: ["days": { $0.dormant.days = Double($1) }],
    .silentTenant: [
      "baseline_days": { $0.silentTenant.baselineDays = Double($1) },
      "times": { $0.silentTenant.times = Double($1) },
    ],
    .oddHour: ["sign_ins": { $0.oddHour.signIns = $1 }, "percent": { $0.oddHour.percent = Double($1) }],
    .riskJump: [
      "readings": { $0.riskJump.readings = $1 }, "deviations": { $0.riskJump.deviations = Double($1) },
      "actions": { $0.riskJump.actions = Double($1) },
    ],
  ]
}
