import Elements

/// A tenant that is left out of its customer's, and why.
public struct UnreadableTenant: Hashable, Sendable {
  /// The organisation's name, or the customer's id where it has none. Foreign text.
  public let customer: String
  /// Counted from 1 within the customer.
  public let row: Int
  /// What was found. Foreign text.
  public let found: String

  public init(of customer: Customer, _ row: UnreadableRow) {
    self.customer = customer.organization.isEmpty ? customer.id : customer.organization
    self.row = row.row
    found = row.found
  }
}
