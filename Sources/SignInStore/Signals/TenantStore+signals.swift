import SignInAnalysis

extension TenantStore {
  /// What is read of the list of all sign-ins without a gap; unknown while it is not, or where it is not newest first.
  ///
  /// Sign-ins at the time of the last row that is read may follow it, unless the list ends there.
  public var signalCoverage: SignalCoverage {
    guard let list = knownList(.all), list.isNewestFirst, let run = list.headRun, let oldest = run.oldest else {
      return .unknown
    }
    return SignalCoverage(since: oldest.ticks + (run.isWhole ? 0 : 1))
  }
}
