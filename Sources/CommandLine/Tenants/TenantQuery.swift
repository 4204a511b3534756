import Elements
import SafeText
import Settings
import SignInAnalysis
import ViewModels

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Which tenant the command line names: ids or names.
public struct TenantQuery: Hashable {
  let tenant: String
  let customer: String?

  public init(tenant: String, customer: String?) {
    self.tenant = tenant
    self.customer = customer
  }

  /// The tenant itself where both are GUIDs, so that nobody needs to be asked.
  var reference: TenantReference? {
    guard let customer, customer.isGUID, tenant.isGUID else { return nil }
    return TenantReference(customerID: customer, tenantID: tenant)
  }

  /// The one tenant that is meant. An id counts before a name; names compare without case and diacritics.
  func match(in customers: [Customer]) throws(Complaint) -> TenantIdentity {
    let owners = try customer.map { name throws(Complaint) in try TenantQuery.owners(name, in: customers) } ?? customers
    let tenants = owners.flatMap { TenantIdentity.all(of: $0) }
    let found = TenantQuery.matches(tenant, in: tenants, id: \.reference.tenantID) { $0.tenantName ?? "" }
    guard let only = found.first else {
      let names = tenants.compactMap(\.tenantName)
      throw Complaint(
        status: .notFound, text: "no tenant \"\(tenant)\"" + among(owners) + NearestName.hint(tenant, names))
    }
    guard found.count == 1 else { throw ambiguous(found) }
    return only
  }

  private static func owners(_ name: String, in customers: [Customer]) throws(Complaint) -> [Customer] {
    let found = matches(name, in: customers, id: \.id, name: \.organization)
    guard found.isEmpty else { return found }
    let hint = NearestName.hint(name, customers.map(\.organization))
    throw Complaint(
      status: .notFound, text: "no customer \"\(name)\" among the \(customers.count.grouped) of this account" + hint)
  }

  private static func matches<Item>(
    _ query: String, in items: [Item], id: (Item) -> String, name: (Item) -> String
  ) -> [Item] {
    let byID = items.filter { id($0) == query }
    guard byID.isEmpty else { return byID }
    let wanted = folded(query)
    return wanted.isEmpty ? [] : items.filter { folded(name($0)) == wanted }
  }

  private func among(_ owners: [Customer]) -> String {
    if customer != nil, owners.count == 1, let only = owners.first {
      return " of the customer \"\(sanitized(only.organization))\""
    }
    return " among those of \(owners.count.grouped) customers"
  }

  private func ambiguous(_ found: [TenantIdentity]) -> Complaint {
    let lines = found.map {
      "  \(sanitized($0.label))  (--customer \($0.reference.customerID) --tenant \($0.reference.tenantID))"
    }
    return Complaint(
      status: .usage,
      text: "\"\(tenant)\" is the name of \(found.count) tenants; name one by its ids:\n"
        + lines.joined(separator: "\n"))
  }
}

extension String {
  /// Whether it is in groups of 8-4-4-4-12 hexadecimal digits.
  fileprivate var isGUID: Bool { UUID(uuidString: self) != nil }
}
