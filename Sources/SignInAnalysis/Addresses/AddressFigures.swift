import Elements

/// What the sign-ins of one address have in common, over all tenants.
public struct AddressFigures: Hashable, Sendable {
  public internal(set) var signIns: UInt32 = 0
  public internal(set) var risky: UInt32 = 0
  /// Distinct users by their numbers: a guest with the same account everywhere counts once.
  public internal(set) var users: UInt32 = 0
  /// Those of them who stayed (`Stay`), for IPv6 at any address of its /64.
  public internal(set) var stayed: UInt32 = 0
  public internal(set) var tenants: UInt32 = 0
  public internal(set) var customers: UInt32 = 0
  /// The number of the place that the latest sign-in is listed in.
  var place: UInt32 = 0
  /// In ticks; `SignInChunk.noTime` where none has a time.
  var firstTicks = SignInChunk.noTime
  var lastTicks = SignInChunk.noTime

  public var first: Timestamp? { Timestamp(ticks: firstTicks) }
  public var last: Timestamp? { Timestamp(ticks: lastTicks) }

  mutating func count(at ticks: Int64, place: UInt32, isRisky: Bool) {
    signIns += 1
    if isRisky { risky += 1 }
    if signIns == 1 || ticks > lastTicks { self.place = place }
    guard ticks != SignInChunk.noTime else { return }
    if firstTicks == SignInChunk.noTime || ticks < firstTicks { firstTicks = ticks }
    lastTicks = max(lastTicks, ticks)
  }
}

/// An address with its figures.
public struct AddressRow: Hashable, Sendable {
  /// The address's number among those of the fleet.
  public let number: UInt32
  /// As the server sent it.
  public let ip: String
  /// Where the latest sign-in is listed.
  public let country: String?
  public let figures: AddressFigures
}
