/// A network that a partner knows, as it would stand in a configuration.
public struct LabelledNetwork: Sendable, Hashable {
  public enum Label: String, Sendable, CaseIterable {
    case office, vpn, mobile
  }

  /// In CIDR form: `198.18.7.10/32`.
  public let network: String
  public let label: Label
}
