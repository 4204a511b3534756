/// What a list of sign-ins can be sorted by.
public enum SignInColumn: Hashable, Sendable, CaseIterable {
  case time
  /// The display name.
  case user
  /// By number, IPv4 before IPv6.
  case address
  /// The country, then the city.
  case place
  /// Not risky before risky.
  case risk
  case principalName
}
