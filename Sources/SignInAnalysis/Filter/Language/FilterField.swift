/// What may stand before the colon of a term.
public enum FilterField: String, Hashable, Sendable, CaseIterable {
  /// The display name, the principal name or the user's id contains it.
  case user
  /// The principal name contains it.
  case upn
  case city
  /// A two-letter code, or a part of a name.
  case country
  /// An address, or a network in CIDR notation.
  case ip
  /// `yes` or `no`.
  case risky
  /// From this time on.
  case since
  /// Before this time.
  case until

  /// Case does not matter.
  init?(written name: String) {
    self.init(rawValue: folded(name))
  }

  /// What is expected after the colon, as a phrase that goes on from *expected*.
  var expectation: String {
    switch self {
    case .user, .upn: "a name"
    case .city: "a city"
    case .country: "a country"
    case .ip: "an IPv4 or IPv6 address or network, such as 203.0.113.0/24"
    case .risky: "yes or no"
    case .since, .until: "a time, such as 24h, 7d, 2026-11-01 or 2026-11-01T14:30"
    }
  }
}
