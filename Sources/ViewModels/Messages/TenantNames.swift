import Elements

/// What tenants are called, as far as that was read.
@MainActor
final class TenantNames {
  private var names: [TenantReference: String] = [:]

  func note(_ rows: [TenantRow]) {
    for row in rows {
      guard let reference = row.reference, let identity = row.identity else { continue }
      names[reference] = identity.names.joined(separator: ", ")
    }
  }

  /// A tenant's customer and name; its id where that is all that is known. Foreign text.
  func name(of tenant: TenantReference) -> String { names[tenant] ?? tenant.tenantID }
}
