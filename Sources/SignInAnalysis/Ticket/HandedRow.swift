import Elements

/// A row of a list that has others than sign-ins, as it is handed to somebody else.
public enum HandedRow: Hashable, Sendable {
  case tenant(HandedTenant)
  case address(AddressRow)
  /// With what the tenants among its values are called. Foreign text.
  case tally(TallyRow, by: [TallyField], tenants: [TenantNumber: String])
}

/// A tenant with its figures. Names are foreign text.
public struct HandedTenant: Hashable, Sendable {
  public let customer: String
  /// Nil for a customer who has none.
  public let tenant: String?
  /// Risky sign-ins in 24 hours; nil where they are not read.
  public let lastDay: Int?
  /// `lastDay` is all that can be told: there may be more.
  public let isLeast: Bool
  public let last: Timestamp?
  /// Nil where they are not read.
  public let actions: ActionCounts?
  /// The strongest signal, or why nothing is known. Foreign text.
  public let why: String?

  public init(
    customer: String, tenant: String?, lastDay: Int?, isLeast: Bool, last: Timestamp?, actions: ActionCounts?,
    why: String?
  ) {
    self.customer = customer
    self.tenant = tenant
    self.lastDay = lastDay
    self.isLeast = isLeast
    self.last = last
    self.actions = actions
    self.why = why
  }
}
