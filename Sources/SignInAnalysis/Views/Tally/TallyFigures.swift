import Elements

/// What the sign-ins of one value have in common.
public struct TallyFigures: Hashable, Sendable {
  public internal(set) var signIns = 0
  public internal(set) var risky = 0
  /// Distinct users, by `TallyField.user`.
  public internal(set) var users = 0
  /// Of these, users that stayed (`Stay`) at an address that one of these sign-ins came from.
  public internal(set) var stayed = 0
  /// In ticks; `SignInChunk.noTime` where none has a time.
  var firstTicks = SignInChunk.noTime
  var lastTicks = SignInChunk.noTime

  public init() {}

  public var first: Timestamp? { Timestamp(ticks: firstTicks) }
  public var last: Timestamp? { Timestamp(ticks: lastTicks) }

  mutating func count(at ticks: Int64, isRisky: Bool) {
    signIns += 1
    if isRisky { risky += 1 }
    guard ticks != SignInChunk.noTime else { return }
    if firstTicks == SignInChunk.noTime || ticks < firstTicks { firstTicks = ticks }
    lastTicks = max(lastTicks, ticks)
  }
}
