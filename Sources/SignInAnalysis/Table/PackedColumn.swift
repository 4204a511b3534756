/// Numbers that do not change, each in as many bits as the largest of them needs.
public struct PackedColumn<Number: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  public let count: Int
  /// Number after number, from the lowest bit of the first byte on; then room for reading 8 bytes wherever one starts.
  private let bytes: [UInt8]
  /// In bits: 0 to 57, so that 8 bytes hold a number whichever bit it starts at, or 64.
  private let width: Int
  private let mask: UInt64

  private static var widestInsideBytes: Int { 57 }

  init(_ numbers: [Number]) {
    let needed = UInt64.bitWidth - UInt64(numbers.max() ?? 0).leadingZeroBitCount
    width = needed > PackedColumn.widestInsideBytes ? UInt64.bitWidth : needed
    // A shift by all 64 bits gives 0.
    mask = ~(UInt64.max << UInt64(width))
    bytes = PackedColumn.pack(numbers, width: width)
    count = numbers.count
  }

  /// The same numbers but for those at the indices given; shares its bytes with the old column if nothing is different.
  func replacing(_ changes: [(index: Int, number: Number)]) -> PackedColumn {
    guard changes.contains(where: { self[$0.index] != $0.number }) else { return self }
    var numbers = Array(self)
    for (index, number) in changes { numbers[index] = number }
    return PackedColumn(numbers)
  }

  private static func pack(_ numbers: [Number], width: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((numbers.count * width + 7) / 8 + 8)
    var pending: UInt64 = 0
    var pendingBits = 0
    for number in numbers {
      pending |= UInt64(number) &<< UInt64(pendingBits)
      pendingBits += width
      while pendingBits >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        pendingBits -= 8
      }
    }
    if pendingBits > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    bytes.append(contentsOf: repeatElement(0, count: 8))
    return bytes
  }
}

extension PackedColumn: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(index: Int) -> Number {
    precondition(index >= 0 && index < count, "no such row")
    let bit = index &* width
    let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self) }
    return Number(truncatingIfNeeded: (UInt64(littleEndian: word) &>> UInt64(bit & 7)) & mask)
  }
}
