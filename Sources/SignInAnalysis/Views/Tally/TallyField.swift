/// By what sign-ins are tallied.
public enum TallyField: String, Hashable, Sendable, CaseIterable {
  /// By user id, whatever name is shown; by the principal name where there is no id.
  case user
  /// Other spellings of an address, with a port for instance, are the same.
  case address = "ip"
  /// The /24 of IPv4, the /64 of IPv6.
  case network
  /// A name that is a country's counts as its code.
  case country
  /// A city in a country: cities of one name in two countries are two.
  case city
  /// The hour of the day.
  case hour
  case tenant
}
