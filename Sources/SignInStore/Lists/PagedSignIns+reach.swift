import Elements
import SignInAnalysis

extension PagedSignIns {
  /// The last time of the rows that are proven to follow one another from the newest on; nil while there is none.
  public var readDownTo: Timestamp? { headRun?.oldest }

  /// From the last to the first time, in ticks and without both, of the runs below the head run whose rows are proven
  /// to follow one another: the newest ones first, at most `limit`. None where the list is not newest first.
  ///
  /// At the time of a run's edge there may be sign-ins outside of it.
  func lowerRuns(limit: Int) -> [ClosedRange<Int64>] {
    guard isNewestFirst else { return [] }
    return state.fragments.lazy.filter { $0.start > 0 }.prefix(limit).compactMap { fragment in
      let places = fragment.start..<fragment.end
      guard let newest = firstTime(at: places.prefix(state.pageSize)),
        let oldest = firstTime(at: places.suffix(state.pageSize).reversed()), newest - oldest > 1
      else { return nil }
      return oldest + 1...newest - 1
    }
  }

  private func firstTime(at places: some Sequence<Int>) -> Int64? {
    places.lazy.compactMap { [self] place in row(at: place).map(ticks) }.first { $0 != SignInChunk.noTime }
  }
}
