/// An IPv4 or IPv6 address as a number of 128 bits; IPv4 is in `::ffff:0:0/96`, so that both spellings are one address.
public struct IPAddress: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The first number of `203.0.113.7` is in the highest byte.
  public init(ipv4 bits: UInt32) {
    high = 0
    low = 0xFFFF_0000_0000 | UInt64(bits)
  }

  public var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

  /// With all bits cleared that do not belong to the first `length`, 0...128.
  func masked(to length: Int) -> IPAddress {
    IPAddress(
      high: high & IPAddress.mask(min(length, 64)), low: low & IPAddress.mask(max(length - 64, 0)))
  }

  private static func mask(_ length: Int) -> UInt64 {
    length == 0 ? 0 : UInt64.max << UInt64(64 - length)
  }
}

extension IPAddress: Comparable {
  /// IPv4 first, then by number.
  public static func < (left: IPAddress, right: IPAddress) -> Bool {
    (left.isIPv4 ? 0 : 1, left.high, left.low) < (right.isIPv4 ? 0 : 1, right.high, right.low)
  }
}
