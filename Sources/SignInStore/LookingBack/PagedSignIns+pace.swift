import Elements

extension PagedSignIns {
  /// How many calls may lead back to a time, if sign-ins were as frequent before as in what is read; nil where nothing
  /// tells.
  func likelyCalls(backTo since: Timestamp) -> Int? {
    guard let run = headRun, let oldest = run.oldest,
      let newest = row(at: 0).flatMap({ Timestamp(ticks: ticks(of: $0)) }),
      newest > oldest, newest > since
    else { return nil }
    let share = Double(newest.ticks - since.ticks) / Double(newest.ticks - oldest.ticks)
    let rows = min(Double(run.count) * share, Double(length)) - Double(run.count)
    return max(1, Int((rows / Double(PageRequest.largestSize)).rounded(.up)))
  }
}
