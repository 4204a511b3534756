/// One ASCII character for one of a wider repertoire: `é` and `ø` become `e` and `o`, `’` becomes `'`, U+3000 a blank.
enum AsciiFallback {
  /// Nil where nothing fits. Marks are no part of it: they are left out.
  static func cluster(for scalar: Unicode.Scalar) -> Cluster? {
    switch scalar.value {
    case 0x00...0x7F: Cluster.ascii(scalar.value)
    case 0xA0...0x24F: cluster(in: latin, at: scalar.value - 0xA0)
    case 0x1E00...0x1EFF: cluster(in: latinAdditional, at: scalar.value - 0x1E00)
    case 0x2000...0x205F: cluster(in: punctuation, at: scalar.value - 0x2000)
    case 0x3000: .blank
    // Fullwidth forms, in the order of ASCII.
    case 0xFF01...0xFF5E: Cluster.ascii(scalar.value - 0xFF00 + 0x20)
    default: nil
    }
  }

  private static func cluster(in block: [UInt8], at index: UInt32) -> Cluster? {
    guard block.indices.contains(Int(index)) else { return nil }
    switch block[Int(index)] {
    case UInt8(ascii: "?"): return nil
    case UInt8(ascii: "_"): return .blank
    case let letter: return Cluster.ascii(UInt32(letter))
    }
  }
}
