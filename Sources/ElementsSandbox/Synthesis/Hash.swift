/// A number that looks random and follows from what it was made of alone.
///
/// The mixing is the finaliser of SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators",
/// 2014).
struct Hash: Sendable {
  let value: UInt64

  init(_ parts: UInt64...) {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for part in parts { state = Hash.mix(state &+ part &* 0xD6E8_FEB8_6659_FD93 &+ 0x9E37_79B9_7F4A_7C15) }
    value = state
  }

  /// An independent number of the same origin.
  subscript(_ aspect: Aspect) -> Hash { Hash(value, aspect.rawValue) }

  /// An independent number of the same origin, one for each `number`.
  subscript(_ number: Int) -> Hash { Hash(value, 0x1000, UInt64(truncatingIfNeeded: number)) }

  /// In 0..<1.
  var fraction: Double { Double(value >> 11) * 0x1p-53 }

  /// In 0..<`count`; 0 where there is nothing to choose from.
  func below(_ count: Int) -> Int {
    count > 0 ? Int(value % UInt64(count)) : 0
  }

  /// One of `items`, or `other` where there is none.
  func pick<Item>(_ items: [Item], or other: Item) -> Item {
    items.isEmpty ? other : items[below(items.count)]
  }

  /// What a number is drawn for; each aspect draws independently of the others.
  enum Aspect: UInt64 {
    case customer, tenant, person, signIn, risk, story, organization, home, size, actions, status
    case user, place, city, address, blemish, jitter, precision, name, decoration, trip, identifier, request, token
  }

  private static func mix(_ input: UInt64) -> UInt64 {
    var value = input
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension Hash {
  /// As a GUID in lower case, marked as version 4 (RFC 9562): 122 bits of it follow from the origin.
  var guid: String {
    let high = self[1].value & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = self[2].value & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = Hash.hexadecimal(high) + Hash.hexadecimal(low)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
