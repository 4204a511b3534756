import Elements

/// Where a sign-in is listed, with its texts as numbers that are the same exactly for the same country or city.
struct SignalPlace: Hashable, Sendable {
  /// Nil where it is not located.
  var location: Location?
  /// 0 for none.
  var country: UInt32 = 0
  /// Of one country; 0 for none.
  var city: UInt32 = 0

  static let nowhere = SignalPlace()
}
