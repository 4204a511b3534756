import Elements

/// Networks with a kind and a name, over IPv4 and IPv6; of several that hold an address the longest prefix counts.
///
/// A look-up costs one look into a dictionary for each length that occurs.
public struct LabelledNetworks: Hashable, Sendable {
  private var labels: [IPNetwork: LabelledNetwork] = [:]
  /// Those that occur, downwards.
  private var lengths: [Int] = []

  public init() {}

  /// Of two labels for the same network the later one counts.
  public init(_ networks: some Sequence<LabelledNetwork>) {
    for network in networks { labels[network.network] = network }
    lengths = Set(labels.keys.map(\.prefixLength)).sorted(by: >)
  }

  public var isEmpty: Bool { labels.isEmpty }
  public var count: Int { labels.count }

  /// Those that are given, each once, in alphabetical order.
  public var names: [String] { Set(labels.values.map(\.name)).subtracting([""]).sorted() }

  /// The label of an address; nil where no network holds it.
  public subscript(address: IPAddress) -> LabelledNetwork? {
    for length in lengths {
      let network = IPNetwork(address, prefixLength: length)
      // As in `IPNetwork.contains`: IPv4 is in no larger network of IPv6.
      if length < 96, address.isIPv4 { return nil }
      if let label = labels[network] { return label }
    }
    return nil
  }

  /// The label of all of a key's addresses; a network inside a /64 labels none of it.
  public subscript(key: AddressKey) -> LabelledNetwork? {
    guard !key.network.base.isIPv4 else { return self[key.network.base] }
    for length in lengths where length <= key.network.prefixLength {
      if let label = labels[IPNetwork(key.network.base, prefixLength: length)] { return label }
    }
    return nil
  }
}
