import Elements

/// Whether sign-ins came newest first.
public struct NewestFirst: Hashable, Sendable {
  public private(set) var holds = true
  /// The last time that was seen: the oldest while it holds.
  public private(set) var last: Timestamp?

  public init() {}

  /// Takes in the next ones. Sign-ins without a time say nothing.
  public mutating func see(_ signIns: [SignIn]) {
    see(signIns.lazy.map(\.loginTime))
  }

  mutating func see(_ times: some Sequence<Timestamp?>) {
    for case let time? in times {
      if let last, time > last { holds = false }
      last = time
    }
  }
}
