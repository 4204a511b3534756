/// What addresses can be sorted by.
public enum AddressColumn: Hashable, Sendable, CaseIterable {
  case address, customers, tenants, users, signIns, risky, stayed, first, last
}

/// A column and a direction. Equal ones stand with more customers, then users, then sign-ins first.
public struct AddressOrder: Hashable, Sendable {
  public let column: AddressColumn
  public let isDescending: Bool

  /// What is most or latest first, unless said otherwise; addresses upwards.
  public init(_ column: AddressColumn, isDescending: Bool? = nil) {
    self.column = column
    self.isDescending = isDescending ?? (column != .address)
  }

  /// By which addresses are sorted upwards, whatever the direction; nil for that of the addresses themselves.
  func key(of figures: AddressFigures) -> UInt64? {
    switch column {
    case .address: nil
    case .customers: directed(figures.customers)
    case .tenants: directed(figures.tenants)
    case .users: directed(figures.users)
    case .signIns: directed(figures.signIns)
    case .risky: directed(figures.risky)
    case .stayed: directed(figures.stayed)
    case .first: directed(figures.firstTicks)
    case .last: directed(figures.lastTicks)
    }
  }

  private func directed(_ count: UInt32) -> UInt64 { UInt64(isDescending ? .max - count : count) }

  /// One that is missing stands last in either direction.
  private func directed(_ ticks: Int64) -> UInt64 {
    guard ticks != SignInChunk.noTime else { return .max }
    return UInt64(bitPattern: isDescending ? Int64.max - ticks : ticks)
  }
}

extension AddressFigures {
  /// Upwards, those that are seen at most places first.
  var tieKey: UInt64 {
    let parts = [customers, users, signIns].map { UInt64(0x1F_FFFF - min($0, 0x1F_FFFF)) }
    return parts[0] << 42 | parts[1] << 21 | parts[2]
  }
}
