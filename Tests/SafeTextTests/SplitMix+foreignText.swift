import Randomness

extension SplitMix {
  mutating func number(below limit: Int) -> Int {
    Int.random(in: 0..<limit, using: &self)
  }

  /// Up to 15 scalars, dense in those that interact with their neighbours.
  mutating func foreignText() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<number(below: 16) {
      if let scalar = Unicode.Scalar(scalarValue()) { text.append(scalar) }
    }
    return String(text)
  }

  private mutating func scalarValue() -> UInt32 {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x30...0x39, 0x00...0x1F, 0x7F...0x9F, 0xA0...0x24F, 0x300...0x36F, 0x5D0...0x6FF, 0x900...0x97F,
      0x1100...0x11FF, 0x200B...0x200F, 0x200D...0x200D, 0x2028...0x202E, 0x2060...0x206F, 0x20E3...0x20E3,
      0x2600...0x27BF, 0x3000...0x30FF, 0x4E00...0x4FFF, 0xAC00...0xAD00, 0xE000...0xE010, 0xFE00...0xFE0F,
      0xFFA0...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F400...0x1F64F, 0xE0020...0xE007F, 0xE0100...0xE01EF,
      0x00...0x10FFFF,
    ]
    return UInt32.random(in: ranges[number(below: ranges.count)], using: &self)
  }
}
