import Elements
import SignInAnalysis

/// A tenant that a profile names, for an app registration that may not list customers.
struct ListedTenant: Hashable {
  private static let required = ["customer_id", "tenant_id"]
  private static let optional = ["customer", "tenant"]

  let customerID: String
  let customer: String
  let tenantID: String
  let tenant: String

  /// Reads `[[profiles.NAME.tenants]]`.
  static func read(_ node: TOMLNode, key: String) throws(ConfigurationFileError) -> [ListedTenant] {
    guard case .list(let items) = node else {
      throw .wrongValue(key: key, expected: "tables [[\(key)]]", found: node.kind)
    }
    var tenants: [ListedTenant] = []
    for (place, item) in items.enumerated() { tenants.append(try ListedTenant(item, key: "\(key)[\(place + 1)]")) }
    return tenants
  }

  private init(_ node: TOMLNode, key: String) throws(ConfigurationFileError) {
    guard case .table(let entries) = node else {
      throw .wrongValue(key: key, expected: "a table with customer_id and tenant_id", found: node.kind)
    }
    var texts: [String: String] = [:]
    for entry in entries {
      let known = Self.required + Self.optional
      guard known.contains(entry.key) else {
        throw .unknownKey("\(key).\(entry.key)", nearest: NearestName.all(near: entry.key, among: known))
      }
      guard case .text(let text) = entry.node, !text.isEmpty else {
        throw .wrongValue(key: "\(key).\(entry.key)", expected: "a text", found: entry.node.kind)
      }
      texts[entry.key] = text
    }
    guard let customerID = texts["customer_id"] else { throw .missingKey("\(key).customer_id") }
    guard let tenantID = texts["tenant_id"] else { throw .missingKey("\(key).tenant_id") }
    self.customerID = customerID
    self.tenantID = tenantID
    customer = texts["customer"] ?? customerID
    tenant = texts["tenant"] ?? tenantID
  }

  /// The customers that these belong to, each once, in the order of their first tenants.
  static func customers(of tenants: [ListedTenant]) -> [Customer] {
    var order: [String] = []
    var byCustomer: [String: [ListedTenant]] = [:]
    for tenant in tenants {
      if byCustomer[tenant.customerID] == nil { order.append(tenant.customerID) }
      byCustomer[tenant.customerID, default: []].append(tenant)
    }
    return order.compactMap { id in
      guard let tenants = byCustomer[id], let first = tenants.first else { return nil }
      return Customer(
        id: id, organization: first.customer, ownerEmail: nil, jobStatus: nil, countryOrRegion: nil,
        managementMode: nil, tenants: tenants.map { Tenant(id: $0.tenantID, name: $0.tenant) })
    }
  }
}
