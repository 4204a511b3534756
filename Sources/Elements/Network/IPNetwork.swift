/// All addresses that begin with the same bits; a single address is a network of one.
public struct IPNetwork: Hashable, Sendable {
  /// The first address: bits past the prefix are 0.
  public let base: IPAddress
  /// How many bits of 128 are the same, 0...128; that of an IPv4 network is 96 more than as it is written.
  public let prefixLength: Int

  /// Clears the bits past the prefix.
  public init(_ address: IPAddress, prefixLength: Int) {
    base = address.masked(to: prefixLength)
    self.prefixLength = prefixLength
  }

  /// Whether all of the other's addresses are in this network. IPv4 is in no network of IPv6, such as `::/0`, that is
  /// larger than all of IPv4.
  public func contains(_ other: IPNetwork) -> Bool {
    guard prefixLength <= other.prefixLength, prefixLength >= 96 || !other.base.isIPv4 else { return false }
    return other.base.masked(to: prefixLength) == base
  }

  public func contains(_ address: IPAddress) -> Bool {
    contains(IPNetwork(address, prefixLength: 128))
  }
}
