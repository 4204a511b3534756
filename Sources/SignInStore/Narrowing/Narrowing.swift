import SignInAnalysis

/// Which sign-ins of a list are left, and in which order.
public struct Narrowing: Hashable, Sendable {
  /// Nil for all sign-ins.
  public var filter: Filter?
  /// Nil for the list's own order.
  public var order: SignInOrder?
  /// Of these rows alone; nil for all. They are loaded, so that nothing is read for them.
  public var only: Set<FleetRow>?
  /// Rows that one signal explains are folded to one, but for those that these rows stand for; nil where nothing is
  /// folded.
  public var foldedBut: Set<FleetRow>?

  public init(
    filter: Filter?, order: SignInOrder?, only: Set<FleetRow>? = nil, foldedBut: Set<FleetRow>? = nil
  ) {
    self.filter = filter
    self.order = order
    self.only = only
    self.foldedBut = foldedBut
  }

  /// It leaves the list as it is.
  public var isPlain: Bool { filter == nil && order == nil && only == nil && foldedBut == nil }

  /// It leaves other rows when signals have changed.
  var dependsOnSignals: Bool { foldedBut != nil || filter?.dependsOnSignals ?? false }

  func folds(among rows: [FleetRow], _ listed: FleetRowSet, _ table: SignalTable) -> SignalFolds {
    guard let foldedBut else { return SignalFolds() }
    return SignalFolds(table, of: Set(rows.lazy.map(\.tenant)), opened: foldedBut, isListed: listed.contains)
  }

  /// Those of some rows that it may leave.
  func wanted(among rows: [FleetRow]) -> [FleetRow] { only.map { only in rows.filter(only.contains) } ?? rows }
}

/// What a narrowed list holds so far, and what that was computed from.
public struct NarrowedCoverage: Hashable, Sendable {
  public let matches: Int
  /// Of these, rows that are folded away.
  public let folded: Int
  /// Loaded sign-ins that were looked at.
  public let scanned: Int
  /// Sign-ins of the list that is narrowed, loaded or not.
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
