import SignInAnalysis

/// A way to look at what a list of sign-ins holds.
public enum SignInViewKind: Hashable, Sendable {
  /// By one field, or by each pair of two.
  case tally([TallyField])
  /// Days and hours.
  case hours
  case map

  /// As the header and the menu name it.
  public var title: String {
    switch self {
    case .tally(let fields): "tally by \(fields.map(\.noun).joined(separator: " and "))"
    case .hours: "hours of the days"
    case .map: "map"
    }
  }

  /// Those that a list has.
  /// - Parameter hasTenants: its rows are of many tenants.
  static func all(hasTenants: Bool) -> [SignInViewKind] {
    let fields = TallyField.allCases.filter { $0 != .tenant || hasTenants }
    return fields.map { .tally([$0]) } + [.tally([.address, .user]), .hours, .map]
  }
}

extension TallyField {
  /// The field in a sentence.
  public var noun: String {
    switch self {
    case .user, .network, .country, .city, .tenant: rawValue
    case .address: "address"
    case .hour: "hour of the day"
    }
  }
}
