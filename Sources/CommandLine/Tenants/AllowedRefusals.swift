import Elements
import SignInAnalysis
import ViewModels

/// Tenants that are known to be refused, so that the command succeeds if the others do.
public struct AllowedRefusals: Sendable {
  private let ids: Set<String>
  private let names: Set<String>

  /// - Parameter tenants: ids or names; names compare without case and diacritics.
  public init(_ tenants: [String] = []) {
    ids = Set(tenants)
    names = Set(tenants.map(folded))
  }

  /// Whether this is a refusal, and of such a tenant. Any other failure is not expected.
  func covers(_ error: ElementsError, of tenant: TenantIdentity) -> Bool {
    guard error.exitStatus == .refused else { return false }
    return ids.contains(tenant.reference.tenantID) || tenant.tenantName.map { names.contains(folded($0)) } ?? false
  }
}
