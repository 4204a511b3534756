import Elements

/// Which tenant it is about, with what it is called if that is known.
public struct TenantIdentity: Hashable, Sendable {
  public let reference: TenantReference
  /// Nil where a tenant was named by its id and no list of customers was read. Foreign text.
  public let customerName: String?
  public let tenantName: String?

  public init(reference: TenantReference, customerName: String? = nil, tenantName: String? = nil) {
    self.reference = reference
    self.customerName = customerName
    self.tenantName = tenantName
  }
}

extension TenantIdentity {
  /// Customer and tenant by their names, or by their ids where they have none. Foreign text.
  var names: [String] {
    [customerText, tenantText]
  }

  /// The customer's name, or its id where it has none. Foreign text.
  public var customerText: String { named(customerName) ?? reference.customerID }

  /// The tenant's name without its usual ending, or its id where it has none. Foreign text.
  public var tenantText: String { named(tenantName)?.tenantName ?? reference.tenantID }

  private func named(_ name: String?) -> String? {
    name.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension String {
  /// A tenant's name without the ending that nearly all have, so that it says nothing.
  public var tenantName: String {
    let ending = ".onmicrosoft.com"
    return hasSuffix(ending) && count > ending.count ? String(dropLast(ending.count)) : self
  }
}
