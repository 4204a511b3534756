import Elements

/// What a labelled network is, which says what its sign-ins tell.
public enum NetworkKind: String, Hashable, Sendable, CaseIterable {
  /// A certain place, an anchor for pairs.
  case office
  /// No place.
  case vpn
  /// No place.
  case relay
  /// No place.
  case mobile
  /// Explains nothing, is named, and raises a signal by one step.
  case hosting
  /// Quiets rules about addresses.
  case known

  /// Whether where its sign-ins are listed says where the users are.
  var hasPlace: Bool {
    switch self {
    case .vpn, .relay, .mobile: false
    case .office, .hosting, .known: true
    }
  }
}

/// A network that the configuration gives a kind and a name.
public struct LabelledNetwork: Hashable, Sendable {
  public let network: IPNetwork
  public let kind: NetworkKind
  /// May be empty.
  public let name: String

  public init(network: IPNetwork, kind: NetworkKind, name: String) {
    self.network = network
    self.kind = kind
    self.name = name
  }
}
