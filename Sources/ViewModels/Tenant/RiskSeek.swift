import Elements

/// A search for the next risky sign-in, row by row, that waits where rows are not loaded yet.
public struct RiskSeek: Hashable, Sendable {
  /// 1 down, -1 up.
  public let direction: Int
  /// The next place to look at.
  public private(set) var place: Int
  public private(set) var examined: Int

  enum Outcome {
    case found
    /// `place` has to be loaded first.
    case waiting
    case failed(ElementsError)
    /// There are no more rows in this direction.
    case ended
  }

  init(direction: Int, place: Int, examined: Int) {
    self.direction = direction
    self.place = place
    self.examined = examined
  }

  @MainActor
  mutating func advance(in list: ScopedSignIns) -> Outcome {
    let coverage = list.coverage
    guard coverage.isBegun else { return coverage.error.map(Outcome.failed) ?? .waiting }
    let settled = direction > 0 ? list.settledCount : list.count
    while (0..<settled).contains(place) {
      guard let signIn = list.signIn(at: place) else {
        return list.source.error(at: place).map(Outcome.failed) ?? .waiting
      }
      examined += 1
      if signIn.isRisk == true { return .found }
      place += direction
    }
    if place < list.count, place >= settled { return .waiting }
    return direction > 0 && list.mayGrow ? .waiting : .ended
  }
}
