import Elements
import SignInAnalysis

/// Numbers for sign-ins that are read and let go of again: of a sign-in only its id is kept, a GUID in 20 bytes.
struct RowNumbers: Sendable {
  private var guids: [UInt128: RowNumber] = [:]
  /// Ids that are no GUIDs in lower case, by their bytes.
  private var others: [[UInt8]: RowNumber] = [:]

  /// How many different ids were seen.
  var count: Int { guids.count + others.count }

  /// The number of an id: the next one where it was never seen.
  mutating func number(of id: SignIn.ID) -> RowNumber {
    let next = RowNumber(truncatingIfNeeded: count)
    if let guid = UInt128(guid: id) {
      if let known = guids[guid] { return known }
      guids[guid] = next
    } else {
      let bytes = Array(id.utf8)
      if let known = others[bytes] { return known }
      others[bytes] = next
    }
    return next
  }
}

extension UInt128 {
  /// Nil for anything but a GUID in lower case, in groups of 8-4-4-4-12 digits.
  fileprivate init?(guid text: String) {
    guard text.utf8.count == 36 else { return nil }
    var value: UInt128 = 0
    for (place, byte) in text.utf8.enumerated() {
      switch (place, byte) {
      case (8, 0x2D), (13, 0x2D), (18, 0x2D), (23, 0x2D): continue
      case (8, _), (13, _), (18, _), (23, _): return nil
      case (_, 0x30...0x39): value = value << 4 | UInt128(byte - 0x30)
      case (_, 0x61...0x66): value = value << 4 | UInt128(byte - 0x61 + 10)
      default: return nil
      }
    }
    self = value
  }
}
