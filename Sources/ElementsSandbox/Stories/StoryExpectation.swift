/// The rules that a planted story can be about, by the names that they have in a configuration.
public enum StoryRule: String, Sendable, CaseIterable {
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
  case silentTenant = "silent-tenant"
  case oddHour = "odd-hour"
}

public enum StorySeverity: Int, Sendable, Comparable, CaseIterable {
  case low, medium, high

  public static func < (left: StorySeverity, right: StorySeverity) -> Bool { left.rawValue < right.rawValue }
}

/// What a program that judges sign-ins should make of a story once it has read the whole tenant.
public enum StoryExpectation: Sendable, Equatable {
  /// A signal of the rule, with this severity.
  case signal(StorySeverity)
  /// At most a signal of this severity.
  case atMost(StorySeverity, because: String)
  /// The rule holds, but what is usual explains it.
  case quiet(because: String)
  /// The rule does not hold.
  case silent(because: String)

  /// Whether the story only looks like trouble.
  public var isNearMiss: Bool {
    if case .signal = self { false } else { true }
  }

  /// Why it is harmless; nil where it is not.
  public var reason: String? {
    switch self {
    case .signal: nil
    case .atMost(_, let reason), .quiet(let reason), .silent(let reason): reason
    }
  }
}
