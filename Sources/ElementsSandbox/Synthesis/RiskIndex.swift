/// Which of a tenant's rows are risky, and where the n-th risky one is, without looking at all of them.
///
/// Rows come in blocks of 64, one bit a row. Which bits are set follows from the block's number, so any block can be
/// made at once; the counts of the blocks before it are summed up once for the rows of the start.
struct RiskIndex: Sendable {
  static let blockSize = 64

  private let masks: RiskMasks
  /// Risky rows in all blocks before the n-th.
  private let sums: [Int]

  init(rows: Int, masks: RiskMasks) {
    self.masks = masks
    var sums = [0]
    sums.reserveCapacity(rows / RiskIndex.blockSize + 1)
    var sum = 0
    for block in 0..<rows / RiskIndex.blockSize {
      sum += masks[block].nonzeroBitCount
      sums.append(sum)
    }
    self.sums = sums
  }

  func isRisky(row: Int) -> Bool {
    mask(ofBlock: row / RiskIndex.blockSize) & (1 << UInt64(row % RiskIndex.blockSize)) != 0
  }

  /// Risky rows among the oldest `total`.
  func count(of total: Int) -> Int {
    let whole = total / RiskIndex.blockSize
    let known = min(whole, sums.count - 1)
    var count = sums[known]
    for block in known..<whole { count += mask(ofBlock: block).nonzeroBitCount }
    return count + mask(ofBlock: whole, below: total % RiskIndex.blockSize).nonzeroBitCount
  }

  /// The risky rows at `positions` of the list of risky rows among the oldest `total`, newest first; shorter where the
  /// list ends.
  func rows(at positions: Range<Int>, of total: Int) -> [Int] {
    let count = count(of: total)
    let wanted = positions.clamped(to: 0..<count)
    guard !wanted.isEmpty else { return [] }
    var rank = count - wanted.lowerBound
    var block = self.block(ofRank: rank, of: total)
    rank -= self.count(of: block * RiskIndex.blockSize)
    var found = Array(riskyRows(inBlock: block).prefix(rank).reversed())
    while found.count < wanted.count, block > 0 {
      block -= 1
      found += riskyRows(inBlock: block).reversed()
    }
    return Array(found.prefix(wanted.count))
  }

  /// The block that holds the `rank`-th risky row, counted from 1 and from the oldest.
  private func block(ofRank rank: Int, of total: Int) -> Int {
    var low = 0
    var high = total / RiskIndex.blockSize
    while low < high {
      let middle = (low + high + 1) / 2
      if count(of: middle * RiskIndex.blockSize) < rank { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func riskyRows(inBlock block: Int) -> [Int] {
    let mask = mask(ofBlock: block)
    return (0..<RiskIndex.blockSize).filter { mask & (1 << UInt64($0)) != 0 }.map { block * RiskIndex.blockSize + $0 }
  }

  private func mask(ofBlock block: Int, below end: Int = blockSize) -> UInt64 {
    let kept: UInt64 = end >= RiskIndex.blockSize ? .max : (1 << UInt64(end)) - 1
    return masks[block] & kept
  }
}
