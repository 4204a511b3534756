/// Where there is land, in cells of a quarter of a degree, after the country outlines of Natural Earth 1:110m.
///
/// Coasts are right to about half a degree: enough to see which continent and which country, not which town.
public struct LandMask: Sendable {
  public let columns: Int
  public let rows: Int
  /// A bit a cell, row by row from the north-west, from the lowest bit of the first number on.
  private let bits: [UInt64]

  /// Read once from `land.bin`.
  public static let world = LandMask(PackageResources.land_bin)

  /// Reads what `Scripts/make-land-mask.py` writes; what is missing or too much is water.
  init(_ bytes: [UInt8]) {
    let size = bytes.prefix(4).map(Int.init) + [0, 0, 0, 0]
    (columns, rows) = (size[0] | size[1] << 8, size[2] | size[3] << 8)
    var bits = Array(repeating: 0 as UInt64, count: (columns * rows + 63) / 64)
    var (cell, length, shift, isLand) = (0, 0, 0, false)
    for byte in bytes.dropFirst(4) {
      length |= Int(byte & 0x7F) << shift
      shift += 7
      guard byte & 0x80 == 0 || shift > 28 else { continue }
      let end = min(columns * rows, cell + length)
      if isLand { for cell in cell..<end { bits[cell / 64] |= 1 << UInt64(cell % 64) } }
      (cell, length, shift, isLand) = (end, 0, 0, !isLand)
    }
    self.bits = bits
  }

  /// Whether there is land at a place in degrees, north and east positive; false where no such place is.
  public func isLand(latitude: Double, longitude: Double) -> Bool {
    guard abs(latitude) <= 90, abs(longitude) <= 180, columns > 0, rows > 0 else { return false }
    let row = min(rows - 1, Int((90 - latitude) / 180 * Double(rows)))
    let column = min(columns - 1, Int((longitude + 180) / 360 * Double(columns)))
    let cell = row * columns + column
    return bits[cell / 64] >> UInt64(cell % 64) & 1 == 1
  }
}
