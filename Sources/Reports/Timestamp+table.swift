import Elements

extension Timestamp {
  /// To the second and without the zone, which a heading names: `2026-11-01 14:30:00`.
  var tableText: String {
    String(unsafeUninitializedCapacity: Timestamp.longestISO8601) { memory in
      guard let start = memory.baseAddress else { return 0 }
      _ = writeISO8601(to: start)
      start[10] = UInt8(ascii: " ")
      return 19
    }
  }
}
