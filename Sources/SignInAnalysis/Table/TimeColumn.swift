/// Times in ticks that do not change, packed as their distances from the earliest.
public struct TimeColumn: Sendable {
  /// A tick before the earliest time.
  private let base: Int64
  /// 0 where there is no time, so that a few of those do not make all others take 8 bytes.
  private let distances: PackedColumn<UInt64>

  /// Each of the times is in `Timestamp.range`, or `SignInChunk.noTime`.
  init(_ times: [Int64]) {
    let base = (times.lazy.filter { $0 != SignInChunk.noTime }.min() ?? 0) &- 1
    self.base = base
    distances = PackedColumn(times.map { $0 == SignInChunk.noTime ? 0 : UInt64(bitPattern: $0 &- base) })
  }

  /// As `PackedColumn.replacing`.
  func replacing(_ changes: [(index: Int, time: Int64)]) -> TimeColumn {
    guard changes.contains(where: { self[$0.index] != $0.time }) else { return self }
    var times = Array(self)
    for (index, time) in changes { times[index] = time }
    return TimeColumn(times)
  }
}

extension TimeColumn: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { distances.count }

  public subscript(index: Int) -> Int64 {
    let distance = distances[index]
    return distance == 0 ? SignInChunk.noTime : base &+ Int64(bitPattern: distance)
  }
}
