/// A network that a partner knows, as it would stand in a configuration.
public struct PartnerNetwork: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case office, vpn, mobile
  }

  /// In CIDR form: `198.18.7.10/32`.
  public let network: String
  public let kind: Kind
}
