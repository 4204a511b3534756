/// Hours of the day in a zone.
struct HourSet: Hashable, Sendable {
  /// One bit for each of the 24 hours.
  private(set) var mask: UInt32 = 0
  let zone: FilterZone

  init(zone: FilterZone) {
    self.zone = zone
  }

  /// - Parameter hour: 0...23
  func contains(_ hour: Int) -> Bool {
    mask >> UInt32(hour) & 1 == 1
  }

  /// Takes in what `9` or `22-06` means: the hour from 9:00 on, or all from 22:00 until 6:00. False where it means
  /// none.
  mutating func insert(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(HourSet.number)
    guard parts.count <= 2, let first = parts[0], let end = parts.last ?? nil, first < 24 else { return false }
    guard parts.count == 2 else {
      mask |= 1 << UInt32(first)
      return true
    }
    guard first != end else { return false }
    for hour in first..<(first < end ? end : end + 24) { mask |= 1 << UInt32(hour % 24) }
    return true
  }

  /// 0 to 24 in one or two digits.
  private static func number(_ text: Substring) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text).flatMap { $0 <= 24 ? $0 : nil }
  }
}
