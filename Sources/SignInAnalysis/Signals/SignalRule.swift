/// A rule over sign-ins. Its name is the one that filters and the configuration use.
public enum SignalRule: String, Hashable, Sendable, CaseIterable {
  case travel
  case twoCountries = "two-countries"
  case manyCountries = "many-countries"
  case newCountry = "new-country"
  case sharedAddress = "shared-address"
  case crossTenant = "cross-tenant"
  case taintedAddress = "tainted-address"
  case steadyAccount = "steady-account"
  case lateRisk = "late-risk"
  case dormant
  /// About the tenant, not a row.
  case silentTenant = "silent-tenant"
  case oddHour = "odd-hour"
  /// About the tenant, not a row.
  case riskJump = "risk-jump"

  /// What the rule looks at. Two rules of one family tell one fact twice. Nil for those that confirm nothing.
  public var family: SignalFamily? {
    switch self {
    case .travel, .twoCountries, .manyCountries, .newCountry: .place
    case .sharedAddress, .crossTenant, .taintedAddress: .address
    case .steadyAccount, .dormant, .lateRisk: .account
    case .silentTenant, .oddHour, .riskJump: nil
    }
  }
}

public enum SignalFamily: Hashable, Sendable {
  case place
  case address
  case account
}

/// How much a signal asks for attention.
public enum SignalSeverity: UInt8, Hashable, Sendable, CaseIterable {
  case low
  case medium
  case high

  public var name: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }

  /// The next higher one.
  var raised: SignalSeverity { SignalSeverity(rawValue: rawValue + 1) ?? .high }
}

extension SignalSeverity: Comparable {
  public static func < (left: SignalSeverity, right: SignalSeverity) -> Bool { left.rawValue < right.rawValue }
}
