/// The texts of the tenant that a sign-in is of.
public struct TenantTexts: Hashable, Sendable {
  public let customer: String?
  public let tenant: String?

  public init(customer: String?, tenant: String?) {
    self.customer = customer
    self.tenant = tenant
  }

  func value(of field: FilterField?) -> FilterValue {
    switch field {
    case nil: .texts([customer, tenant])
    case .customer: .texts([customer])
    case .tenant: .texts([tenant])
    default: .missing
    }
  }
}
