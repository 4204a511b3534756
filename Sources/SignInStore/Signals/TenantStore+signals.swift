import SignInAnalysis

extension TenantStore {
  private static let mostLowerRuns = 64

  /// What is read of the list of all sign-ins without a gap; unknown while it is not, or where it is not newest first.
  ///
  /// Sign-ins at the time of the last row that is read may follow it, unless the list ends there. Of the runs further
  /// down the newest 64 count, so that the cost has a limit.
  public var signalCoverage: SignalCoverage {
    guard let list = knownList(.all), list.isNewestFirst else { return .unknown }
    let since = list.headRun.flatMap { run in run.oldest.map { $0.ticks + (run.isWhole ? 0 : 1) } }
    return SignalCoverage(since: since, older: list.lowerRuns(limit: Self.mostLowerRuns))
  }
}
