extension IPAddress {
  /// Reads `203.0.113.7`, or IPv6 in any spelling of RFC 4291, section 2.2; no port, no zone, no leading zeros in IPv4.
  public init?(_ text: Substring) {
    if let bits = IPAddress.ipv4(text) {
      self.init(ipv4: bits)
    } else if let groups = IPAddress.ipv6(text) {
      self.init(groups: groups)
    } else {
      return nil
    }
  }

  /// From eight groups of 16 bits.
  init(groups: [UInt16]) {
    let halves = [groups.prefix(4), groups.dropFirst(4)].map { half in
      half.reduce(0 as UInt64) { $0 << 16 | UInt64($1) }
    }
    self.init(high: halves[0], low: halves[1])
  }

  private static func ipv4(_ text: Substring) -> UInt32? {
    var bits: UInt32 = 0
    var count = 0
    for part in text.utf8.split(separator: 0x2E, maxSplits: 4, omittingEmptySubsequences: false) {
      guard let octet = octet(Substring(part)) else { return nil }
      bits = bits << 8 | UInt32(octet)
      count += 1
    }
    return count == 4 ? bits : nil
  }

  /// 0...255. With a leading zero some programs read it as octal, so it is none.
  static func octet(_ text: Substring) -> UInt8? {
    let digits = text.utf8
    guard (1...3).contains(digits.count), digits.count == 1 || digits.first != 0x30 else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit) - 0x30
    }
    return UInt8(exactly: value)
  }

  /// Up to four hexadecimal digits.
  static func group(_ text: Substring) -> UInt16? {
    guard (1...4).contains(text.utf8.count), text.utf8.first != 0x2B, text.utf8.first != 0x2D else { return nil }
    return UInt16(text, radix: 16)
  }

  private static func ipv6(_ text: Substring) -> [UInt16]? {
    // No spelling of an address is longer.
    guard text.utf8.count <= 45 else { return nil }
    guard let gap = doubleColon(in: text) else {
      return groups(text).flatMap { $0.count == 8 ? $0 : nil }
    }
    let tail = text[text.utf8.index(gap, offsetBy: 2)...]
    guard let before = gap == text.startIndex ? [] : groups(text[..<gap]),
      let after = tail.isEmpty ? [] : groups(tail), before.count + after.count < 8
    else { return nil }
    return before + Array(repeating: 0, count: 8 - before.count - after.count) + after
  }

  private static func doubleColon(in text: Substring) -> Substring.Index? {
    text.utf8.indices.first { text.utf8[$0...].starts(with: "::".utf8) }
  }

  /// Groups between colons; the last two may be written as IPv4. Nil for anything else.
  private static func groups(_ text: Substring) -> [UInt16]? {
    let parts = text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false).map(Substring.init)
    var groups: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if let group = group(part) {
        groups.append(group)
      } else if index == parts.count - 1, let bits = ipv4(part) {
        groups += [UInt16(truncatingIfNeeded: bits >> 16), UInt16(truncatingIfNeeded: bits)]
      } else {
        return nil
      }
    }
    return groups
  }
}
