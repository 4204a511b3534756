/// Which rows are risky, 64 rows at a time, a bit for each.
struct RiskMasks: Sendable {
  let hash: Hash
  /// One of these is drawn for each block.
  private let counts: [Int]
  let stories: [Story]
  /// By block: the bits that planned sign-ins decide, and how.
  private let planned: [Int: (decided: UInt64, risky: UInt64)]

  /// `planned` says of rows whether they are risky, whatever chance says.
  init(hash: Hash, level: RiskLevel, stories: [Story], planned: [Int: Bool]) {
    self.hash = hash
    counts = level.counts
    self.stories = stories
    var blocks: [Int: (decided: UInt64, risky: UInt64)] = [:]
    for (row, isRisky) in planned {
      let bit: UInt64 = 1 << UInt64(row % RiskIndex.blockSize)
      blocks[row / RiskIndex.blockSize, default: (0, 0)].decided |= bit
      if isRisky { blocks[row / RiskIndex.blockSize]?.risky |= bit }
    }
    self.planned = blocks
  }

  /// Chance first, then the stories, then what is planned.
  subscript(block: Int) -> UInt64 {
    let draws = hash[block].value
    var mask: UInt64 = 0
    for bit in 0..<counts[Int(draws & 7)] { mask |= 1 << (draws >> UInt64(8 + 6 * bit) & 63) }
    let rows = block * RiskIndex.blockSize..<(block + 1) * RiskIndex.blockSize
    for story in stories where story.rows.overlaps(rows) {
      for row in story.rows.clamped(to: rows) {
        guard let isRisky = story.isRisky(row: row) else { continue }
        let bit: UInt64 = 1 << UInt64(row - rows.lowerBound)
        mask = isRisky ? mask | bit : mask & ~bit
      }
    }
    guard !planned.isEmpty, let planned = planned[block] else { return mask }
    return mask & ~planned.decided | planned.risky
  }
}
