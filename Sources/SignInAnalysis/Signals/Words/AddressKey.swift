import Elements

/// What signals take for one address: an IPv4 address, or the /64 of an IPv6 address, since a network hands a whole
/// /64 to one line (RFC 6177; RFC 4291, section 2.5.1).
///
/// `::ffff:203.0.113.7` is the IPv4 address, and a port or a zone is dropped. Text that is no whole address, such as
/// `203.0.113.XXX`, has no key: two such texts are not the same address.
public struct AddressKey: Hashable, Sendable {
  /// A single IPv4 address, or 64 bits of an IPv6 address.
  public let network: IPNetwork

  public init(_ address: IPAddress) {
    network = IPNetwork(address, prefixLength: address.isIPv4 ? 128 : 64)
  }

  /// Reads the address of a sign-in as the server sent it; nil for what is no address.
  public init?(_ text: String) {
    guard let network = IPNetwork(address: text), network.prefixLength == 128 else { return nil }
    self.init(network.base)
  }

  /// The network that an account moves in without moving: the /24 of IPv4, the /64 of IPv6.
  public var neighbourhood: IPNetwork {
    network.base.isIPv4 ? IPNetwork(network.base, prefixLength: 96 + 24) : network
  }
}

extension AddressKey: Comparable {
  /// IPv4 first, then by number.
  public static func < (left: AddressKey, right: AddressKey) -> Bool {
    left.network.base < right.network.base
  }
}

extension AddressKey: CustomStringConvertible {
  /// `203.0.113.7`, or `2001:db8:1:2::/64`.
  public var description: String {
    let base = network.base
    if base.isIPv4 { return PackedIPv4(bits: UInt32(truncatingIfNeeded: base.low)).text }
    let groups = stride(from: 48, through: 0, by: -16).map { UInt16(truncatingIfNeeded: base.high >> UInt64($0)) }
    let known = groups.prefix { $0 != 0 }
    // One run of zeros alone may be left out: `::` takes the place of the last one.
    let isTailZero = groups[known.count...].allSatisfy { $0 == 0 }
    let written = isTailZero ? Array(known) : groups
    return written.map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
  }
}

extension InternedAddresses {
  /// The key of a number below `count`; nil for 0 and for what is no address.
  public func key(of number: UInt32) -> AddressKey? {
    if let bits = ipv4(number) { return AddressKey(ipv4: bits) }
    return self[number].flatMap(AddressKey.init)
  }
}

extension AddressKey {
  init(ipv4 bits: UInt32) {
    self.init(IPAddress(ipv4: bits))
  }
}
