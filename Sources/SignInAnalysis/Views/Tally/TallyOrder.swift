/// What a tally can be sorted by.
public enum TallyColumn: Hashable, Sendable, CaseIterable {
  case value, signIns, users, risky, stayed, last, first
}

/// A column and a direction. Equal ones stand with more sign-ins first, then by their values.
public struct TallyOrder: Hashable, Sendable {
  public let column: TallyColumn
  public let isDescending: Bool

  /// What is most or latest first, unless said otherwise; values upwards.
  public init(_ column: TallyColumn, isDescending: Bool? = nil) {
    self.column = column
    self.isDescending = isDescending ?? (column != .value)
  }

  public static let mostFirst = TallyOrder(.signIns)

  /// By which rows are sorted upwards, whatever the direction.
  /// - Parameter rank: of the value, among all.
  func key(of figures: TallyFigures, rank: UInt64) -> UInt64 {
    switch column {
    case .value: isDescending ? UInt64.max - rank : rank
    case .signIns: directed(figures.signIns)
    case .users: directed(figures.users)
    case .risky: directed(figures.risky)
    case .stayed: directed(figures.stayed)
    case .first: directed(figures.firstTicks)
    case .last: directed(figures.lastTicks)
    }
  }

  private func directed(_ count: Int) -> UInt64 { directed(Int64(count)) }

  /// One that is missing stands last in either direction.
  private func directed(_ number: Int64) -> UInt64 {
    guard number != SignInChunk.noTime else { return .max }
    return UInt64(bitPattern: isDescending ? Int64.max - number : number)
  }
}
