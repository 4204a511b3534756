import Elements

/// The tenants that were opened last, from one start of the program to the next.
public struct RecentTenants: Sendable {
  /// The last one first.
  private(set) var tenants: [TenantReference]
  /// Keeps another one. Gives the cause where that has failed, as the end of a sentence.
  private let keep: @MainActor @Sendable (TenantReference) -> String?

  /// Nothing is kept.
  public static let none = RecentTenants([]) { _ in nil }

  public init(_ tenants: [TenantReference], keep: @escaping @MainActor @Sendable (TenantReference) -> String?) {
    self.tenants = tenants
    self.keep = keep
  }

  @MainActor
  mutating func note(_ tenant: TenantReference, telling messages: MessageLog) {
    guard tenants.first != tenant else { return }
    tenants.removeAll { $0 == tenant }
    tenants.insert(tenant, at: 0)
    if let cause = keep(tenant) {
      messages.keep(.warning, "the recent tenants are not kept for the next start: \(cause)")
    }
  }
}

extension ChoiceModel {
  /// The tenants that were opened last, without the one that is open.
  convenience init(recent tenants: [TenantIdentity]) {
    self.init(
      "Recent tenants",
      tenants.map { tenant in
        Item(text: tenant.names.joined(separator: " › ")) { .open(.tenant(tenant)) }
      })
  }
}
