import SignInAnalysis

/// Which of the loaded sign-ins a list shows, and in which order; a list that is neither filtered nor sorted has none.
struct Narrowing: Hashable, Sendable {
  /// Nil for all sign-ins.
  var filter: Filter?
  /// Nil for the server's order.
  var order: SignInOrder?

  var isPlain: Bool { filter == nil && order == nil }
}

/// What a narrowed list holds so far, and what that was computed from.
public struct NarrowedCoverage: Hashable, Sendable {
  public let matches: Int
  /// Loaded sign-ins that were looked at.
  public let scanned: Int
  /// Sign-ins in the view, loaded or not.
  public let total: Int
  /// Pages are being read for more matches.
  public let isScanning: Bool
  /// The user has stopped the reading.
  public let isStopped: Bool
  /// There can be no more matches.
  public let isExhausted: Bool
  /// The end was inferred from `since:` and from everything read having been newest first.
  public let assumesNewestFirst: Bool
  /// Pages in the way that could not be read.
  public let failedPages: Int
}
