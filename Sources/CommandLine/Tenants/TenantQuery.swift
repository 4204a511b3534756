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

  /// The tenant itself where both are GUIDs: then no list of customers is needed.
  public var reference: TenantReference? {
    guard let customer, customer.isGUID, tenant.isGUID else { return nil }
    return TenantReference(customerID: customer, tenantID: tenant)
  }

  /// The one tenant that is meant. An id counts before a name, a whole name before a part of one, and a tenant's name
  /// before its customer's. Names compare without case and diacritics.
  func match(in customers: [Customer]) throws(Complaint) -> TenantIdentity {
    let owners = try customer.map { name throws(Complaint) in try TenantQuery.owners(name, in: customers) } ?? customers
    let tenants = owners.flatMap { TenantIdentity.all(of: $0) }
    let found = found(in: tenants)
    guard let only = found.first else {
      let names = tenants.compactMap(\.tenantName)
      throw Complaint(
        status: .notFound, text: "no tenant \"\(tenant)\"" + among(owners) + NearestName.hint(tenant, names))
    }
    guard found.count == 1 else {
      let lines = found.map {
        "\(sanitized($0.label))  (--customer \($0.reference.customerID) --tenant \($0.reference.tenantID))"
      }
      throw TenantQuery.ambiguous(tenant, candidates: lines, "tenants")
    }
    return only
  }

  private func found(in tenants: [TenantIdentity]) -> [TenantIdentity] {
    let found = TenantQuery.matches(tenant, in: tenants, id: \.reference.tenantID) { $0.tenantName ?? "" }
    guard found.isEmpty, customer == nil else { return found }
    return TenantQuery.matches(tenant, in: tenants, id: \.reference.customerID) { $0.customerName ?? "" }
  }

  /// Several customers only if all of them have exactly this name.
  private static func owners(_ name: String, in customers: [Customer]) throws(Complaint) -> [Customer] {
    let found = matches(name, in: customers, id: \.id, name: \.organization)
    let isPart = !found.allSatisfy { $0.id == name || folded($0.organization) == folded(name) }
    guard found.count <= 1 || !isPart else {
      let lines = found.map { "\(sanitized($0.organization))  (--customer \($0.id))" }
      throw ambiguous(name, candidates: lines, "customers")
    }
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
    guard !wanted.isEmpty else { return [] }
    let byName = items.filter { folded(name($0)) == wanted }
    return byName.isEmpty ? items.filter { folded(name($0)).contains(wanted) } : byName
  }

  private func among(_ owners: [Customer]) -> String {
    if customer != nil, owners.count == 1, let only = owners.first {
      return " of the customer \"\(sanitized(only.organization))\""
    }
    return " among those of \(owners.count.counted("customer"))"
  }

  /// Candidates that are named at the most.
  private static let mostNamed = 10

  private static func ambiguous(_ name: String, candidates: [String], _ noun: String) -> Complaint {
    let others = candidates.count - mostNamed
    let lines = candidates.prefix(mostNamed) + (others > 0 ? ["and \(others.grouped) more"] : [])
    return Complaint(
      status: .usage,
      text: "\"\(name)\" fits \(candidates.count.grouped) \(noun); write more of the name, or the ids:\n"
        + lines.map { "  " + $0 }.joined(separator: "\n"))
  }
}

extension String {
  /// Whether it is in groups of 8-4-4-4-12 hexadecimal digits.
  fileprivate var isGUID: Bool { UUID(uuidString: self) != nil }
}
