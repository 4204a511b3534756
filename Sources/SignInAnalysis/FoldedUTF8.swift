/// A folded text in the making.
struct FoldedUTF8 {
  private var bytes: [UInt8] = []
  /// The scalar that `bytes` ends with if a mark or a jamo may join it, or else 0. Always three bytes long.
  private var open: UInt32 = 0
  private let common = Folding.common

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  mutating func append(foldOf scalar: Unicode.Scalar) {
    let value = scalar.value
    if let byte = UInt8(exactly: value), byte < 0x80 {
      bytes.append(byte.asciiLowercased)
      open = 0
      return
    }
    let target = value < common.count ? common[Int(value)] : FoldingTarget(of: value)
    if let range = target.sequence {
      // Nothing was written for a dropped mark, so that what is before it still meets what comes after it.
      guard !range.isEmpty else { return }
      bytes.append(contentsOf: Folding.sequences[range])
      open = 0
    } else {
      append(target.scalar)
    }
  }

  private mutating func append(_ scalar: UInt32) {
    guard open != 0, let joined = Composition.join(open, scalar) else {
      encode(scalar)
      open = Composition.isOpen(scalar) ? scalar : 0
      return
    }
    bytes.removeLast(3)
    encode(joined)
    open = joined
  }

  private mutating func encode(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      appendContinuation(scalar)
    case ..<0x1_0000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      appendContinuation(scalar >> 6)
      appendContinuation(scalar)
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      appendContinuation(scalar >> 12)
      appendContinuation(scalar >> 6)
      appendContinuation(scalar)
    }
  }

  private mutating func appendContinuation(_ bits: UInt32) {
    bytes.append(0x80 | UInt8(truncatingIfNeeded: bits & 0x3F))
  }
}
