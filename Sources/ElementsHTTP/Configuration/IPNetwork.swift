#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A network of IPv4 or IPv6 addresses, as in `10.0.0.0/8` (RFC 4632; RFC 4291, section 2.3).
struct IPNetwork: Hashable, Sendable {
  private let address: [UInt8]
  /// Bits from the left that all its addresses share.
  private let prefix: Int

  /// Reads `address/bits`; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = Self.address(String(parts[0]).withoutBrackets),
      parts[1].allSatisfy(\.isNumber), let prefix = Int(parts[1]), prefix <= 8 * address.count
    else { return nil }
    self.address = address
    self.prefix = prefix
  }

  /// Whether `host` is an address of this network. A name is none, whatever it would be resolved to.
  func contains(_ host: String) -> Bool {
    guard let other = Self.address(host), other.count == address.count else { return false }
    let whole = prefix / 8
    guard other.prefix(whole) == address.prefix(whole) else { return false }
    let rest = prefix % 8
    guard rest > 0 else { return true }
    return (other[whole] ^ address[whole]) >> (8 - rest) == 0
  }

  /// 4 or 16 bytes; nil for what is no address.
  static func address(_ text: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if inet_pton(family, text, &bytes) == 1 { return bytes }
    }
    return nil
  }
}
