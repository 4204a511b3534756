extension IPNetwork {
  /// Reads what is asked for: a network in CIDR notation, or an address as `init(address:)` does.
  public init?(query text: String) {
    if text.contains("/") { self.init(cidr: text) } else { self.init(address: text) }
  }

  /// Reads `address/bits`, as in `10.0.0.0/8` (RFC 4632; RFC 4291, section 2.3); nil for anything else.
  public init?(cidr text: String) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let host = text[..<slash]
    let digits = text[text.index(after: slash)...]
    guard let address = IPAddress(host), let length = IPAddress.octet(digits).map(Int.init) else { return nil }
    let isDotted = !host.contains(":")
    guard length <= (isDotted ? 32 : 128) else { return nil }
    self.init(address, prefixLength: isDotted ? length + 96 : length)
  }

  /// Reads the address of a sign-in, which may have a port (`203.0.113.7:443`, `[2001:db8::1]:443`) or a zone
  /// (`fe80::1%eth0`), and of which the end may be blacked out (`203.0.113.XXX`): then it is the network of all that it
  /// may be.
  public init?(address text: String) {
    guard let host = IPNetwork.host(in: text) else { return nil }
    if let address = IPAddress(host) {
      self.init(address, prefixLength: 128)
    } else if let network = IPNetwork.redacted(host) {
      self = network
    } else {
      return nil
    }
  }

  /// The network in CIDR notation that `10.*` or `10.1.*` means: one to three numbers of IPv4, then stars alone.
  public static func starred(_ text: String) -> String? {
    let parts = text.split(separator: ".", maxSplits: 4, omittingEmptySubsequences: false)
    let known = parts.prefix { IPAddress.octet($0) != nil }
    guard (1...3).contains(known.count), known.count < parts.count, parts.count <= 4,
      parts[known.endIndex...].allSatisfy({ $0 == "*" })
    else { return nil }
    let octets = known + Array(repeating: "0", count: 4 - known.count)
    return octets.joined(separator: ".") + "/\(8 * known.count)"
  }

  /// Without brackets, port and zone.
  private static func host(in text: String) -> Substring? {
    if text.utf8.first == 0x5B {
      guard let end = text.firstIndex(of: "]") else { return nil }
      let rest = text[text.index(after: end)...]
      guard rest.isEmpty || rest.first == ":" && isPort(rest.dropFirst()) else { return nil }
      return withoutZone(text[..<end].dropFirst())
    }
    let parts = text.utf8.split(separator: 0x3A, maxSplits: 2, omittingEmptySubsequences: false).map(Substring.init)
    if parts.count == 2 { return isPort(parts[1]) ? parts[0] : nil }
    return withoutZone(text[...])
  }

  private static func withoutZone(_ text: Substring) -> Substring {
    Substring(text.utf8.prefix { $0 != 0x25 })
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt16(text) != nil
  }

  /// Octets or groups of which the last ones are nothing but `X` or `*`, and at least one is not.
  private static func redacted(_ text: Substring) -> IPNetwork? {
    let isDotted = text.contains(".")
    let parts = text.split(separator: isDotted ? "." : ":", maxSplits: 8, omittingEmptySubsequences: false)
    let known = parts.prefix { !isBlackedOut($0) }
    guard parts.count == (isDotted ? 4 : 8), !known.isEmpty, parts[known.endIndex...].allSatisfy(isBlackedOut)
    else { return nil }
    return isDotted ? ipv4(known) : ipv6(known)
  }

  private static func isBlackedOut(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { "Xx*".utf8.contains($0) }
  }

  private static func ipv4(_ known: ArraySlice<Substring>) -> IPNetwork? {
    let octets = known.compactMap(IPAddress.octet)
    guard octets.count == known.count, octets.count <= 4 else { return nil }
    let bits = octets.reduce(0 as UInt32) { $0 << 8 | UInt32($1) } << UInt32(8 * (4 - octets.count))
    return IPNetwork(IPAddress(ipv4: bits), prefixLength: 96 + 8 * octets.count)
  }

  private static func ipv6(_ known: ArraySlice<Substring>) -> IPNetwork? {
    let groups = known.compactMap(IPAddress.group)
    guard groups.count == known.count, groups.count <= 8 else { return nil }
    let address = IPAddress(groups: groups + Array(repeating: 0, count: 8 - groups.count))
    return IPNetwork(address, prefixLength: 16 * groups.count)
  }
}
