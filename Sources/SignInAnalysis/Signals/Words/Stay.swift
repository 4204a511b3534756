import Elements

/// A run of one user's sign-ins at one address key, in the order of time, of which no two neighbours lie more than 12 h
/// apart.
///
/// It is the nearest thing to an outcome that the fields of a sign-in give: who failed seldom goes on for half an hour.
/// A proxy, never proof.
public struct Stay: Hashable, Sendable {
  /// In ticks.
  public private(set) var first: Int64
  /// In ticks.
  public private(set) var last: Int64
  /// Sign-ins, at least 1.
  public private(set) var count = 1

  public static let longestPause = 12 * 3_600 * Timestamp.ticksPerSecond
  public static let shortest = 30 * 60 * Timestamp.ticksPerSecond

  public init(at ticks: Int64) {
    first = ticks
    last = ticks
  }

  /// From the first to the last, in ticks.
  public var length: Int64 { last - first }

  /// Whether the user stayed, at least 30 min; else the address was touched once.
  public var hasStayed: Bool { length >= Stay.shortest }

  /// Adds a sign-in not earlier than the last one, and tells whether it belongs here.
  mutating func extend(to ticks: Int64) -> Bool {
    guard ticks - last <= Stay.longestPause else { return false }
    last = ticks
    count += 1
    return true
  }
}

extension Sequence<Stay> {
  /// What counts for the user at the address: the longest stay, of two as long the earlier one. Nil where none has
  /// stayed.
  public var longestStay: Stay? {
    reduce(nil) { best, stay in
      guard stay.hasStayed else { return best }
      return best.map { $0.length >= stay.length ? $0 : stay } ?? stay
    }
  }
}

/// Makes stays from times that come in their order.
public struct StayAccumulator: Sendable {
  /// The runs so far, first to last; those that are no stay are among them.
  public private(set) var runs: [Stay] = []

  public init() {}

  public init(_ times: some Sequence<Int64>) {
    for time in times { add(time) }
  }

  /// Adds the next sign-in, in ticks; not earlier than those before.
  public mutating func add(_ ticks: Int64) {
    if runs.isEmpty || !runs[runs.count - 1].extend(to: ticks) { runs.append(Stay(at: ticks)) }
  }
}
