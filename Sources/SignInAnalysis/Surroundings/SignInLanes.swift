import Elements

/// What a user did around one sign-in, on one line of time: a lane for each listed country, in slots of 15 minutes from
/// 48 h before to 12 h after.
public struct SignInLanes: Hashable, Sendable {
  /// What lies in a stretch of time, from least to most.
  public enum Mark: UInt8, Hashable, Sendable {
    case none
    case signIn
    case risky
  }

  public enum Name: Hashable, Sendable {
    /// A code or a name; foreign text.
    case country(String)
    case noCountry
    /// So many countries that have no lane of their own.
    case others(Int)
  }

  public struct Lane: Hashable, Sendable {
    public let name: Name
    /// Sign-ins.
    public private(set) var count = 0
    public private(set) var risky = 0
    private var slots = [Mark](repeating: .none, count: SignInLanes.slots)

    fileprivate init(_ name: Name) {
      self.name = name
    }

    fileprivate mutating func add(_ mark: Mark, at slot: Int) {
      count += 1
      if mark == .risky { risky += 1 }
      if mark.rawValue > slots[slot].rawValue { slots[slot] = mark }
    }

    /// The lane in so many cells, each with the most that lies in it; there may be more cells than slots.
    public func marks(columns: Int) -> [Mark] {
      (0..<max(0, columns)).map { column in
        let first = column * SignInLanes.slots / columns
        let last = max(first + 1, (column + 1) * SignInLanes.slots / columns)
        return slots[first..<last].max { $0.rawValue < $1.rawValue } ?? .none
      }
    }
  }

  /// A sign-in, as far as lanes go.
  public struct Entry: Hashable, Sendable {
    public let ticks: Int64
    public let country: String?
    public let isRisky: Bool

    public init(ticks: Int64, country: String?, isRisky: Bool) {
      self.ticks = ticks
      self.country = country
      self.isRisky = isRisky
    }
  }

  public static let hoursBefore = 48
  public static let hoursAfter = 12
  static let slots = (hoursBefore + hoursAfter) * 4
  private static let slot = 15 * SignalTime.minute

  /// That of the sign-in itself first, then those with most sign-ins; what has no lane of its own last.
  public let lanes: [Lane]

  /// - Parameters:
  ///   - center: of the sign-in itself, in ticks. Its stretch is the first after those before.
  ///   - own: the country of the sign-in itself.
  ///   - entries: in any order, the sign-in itself among them; those out of reach are passed over.
  ///   - limit: lanes for countries, at least 1.
  public init(around center: Int64, country own: String?, _ entries: some Sequence<Entry>, limit: Int = 5) {
    var lanes: [CountryKey?: Lane] = [:]
    for entry in entries {
      guard let slot = SignInLanes.slot(of: entry.ticks, around: center) else { continue }
      let key = CountryKey(entry.country)
      lanes[key, default: Lane(key == nil ? .noCountry : .country(entry.country ?? ""))]
        .add(entry.isRisky ? .risky : .signIn, at: slot)
    }
    let ownKey = CountryKey(own)
    let sorted = lanes.sorted { left, right in
      let ranks = (left.key == ownKey ? 0 : 1, right.key == ownKey ? 0 : 1)
      return (ranks.0, right.value.count, left.key?.text ?? "~") < (ranks.1, left.value.count, right.key?.text ?? "~")
    }.map(\.value)
    self.lanes = SignInLanes.joined(sorted, limit: max(1, limit))
  }

  /// In which cell of so many the sign-in itself lies.
  public static func centerColumn(columns: Int) -> Int {
    let slot = hoursBefore * 4
    return (0..<max(1, columns)).last { $0 * slots / max(1, columns) <= slot } ?? 0
  }

  private static func slot(of ticks: Int64, around center: Int64) -> Int? {
    let (distance, overflow) = ticks.subtractingReportingOverflow(center)
    let before = Int64(hoursBefore) * SignalTime.hour
    guard !overflow, distance >= -before, distance < Int64(hoursAfter) * SignalTime.hour else { return nil }
    return Int((distance + before) / slot)
  }

  /// Those past the limit as one.
  private static func joined(_ lanes: [Lane], limit: Int) -> [Lane] {
    guard lanes.count > limit else { return lanes }
    let rest = lanes[(limit - 1)...]
    var others = Lane(.others(rest.count))
    for lane in rest { others.add(lane) }
    return lanes.prefix(limit - 1) + [others]
  }
}

extension SignInLanes.Lane {
  fileprivate mutating func add(_ lane: SignInLanes.Lane) {
    count += lane.count
    risky += lane.risky
    for (slot, mark) in lane.slots.enumerated() where mark.rawValue > slots[slot].rawValue { slots[slot] = mark }
  }
}
