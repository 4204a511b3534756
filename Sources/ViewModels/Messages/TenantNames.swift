import Elements
import SignInStore

/// The tenants that are known, and what they are called.
@MainActor
final class TenantNames {
  /// In the order in which the server lists them.
  private(set) var references: [TenantReference] = []
  /// Told when more tenants are known.
  let changes = Observers<Void>()
  private(set) var identities: [TenantReference: TenantIdentity] = [:]

  func note(_ rows: [TenantRow]) {
    references = rows.compactMap(\.reference)
    for row in rows {
      guard let reference = row.reference, let identity = row.identity else { continue }
      identities[reference] = identity
    }
    changes.tell(())
  }

  /// In the order in which the server lists them.
  var all: [TenantIdentity] { references.map(identity) }

  func note(_ identity: TenantIdentity) {
    if identities[identity.reference] == nil { identities[identity.reference] = identity }
  }

  /// A tenant with its names, as far as they are known.
  func identity(of tenant: TenantReference) -> TenantIdentity {
    identities[tenant] ?? TenantIdentity(reference: tenant)
  }

  /// A tenant's customer and name; its id where that is all that is known. Foreign text.
  func name(of tenant: TenantReference) -> String {
    identities[tenant]?.names.joined(separator: ", ") ?? tenant.tenantID
  }
}
