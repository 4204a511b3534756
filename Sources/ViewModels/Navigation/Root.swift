/// The places that one can go to from anywhere, in the order of their keys. Each keeps the way that was gone from it.
public enum Root: Int, Hashable, Sendable, CaseIterable {
  case tenants
  /// The sign-ins of all tenants.
  case signIns
  case addresses

  public var title: String {
    switch self {
    case .tenants: "Tenants"
    case .signIns: "Sign-ins"
    case .addresses: "Addresses"
    }
  }

  /// The command that goes there.
  public var command: CommandID {
    switch self {
    case .tenants: .goTenants
    case .signIns: .goSignIns
    case .addresses: .goAddresses
    }
  }

  /// The next one; after the last comes the first.
  var next: Root { Root(rawValue: rawValue + 1) ?? .tenants }
}
