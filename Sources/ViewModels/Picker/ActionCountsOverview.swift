import Elements

/// The action counts of many tenants, asked for while they are in view.
@MainActor
final class ActionCountsOverview {
  private(set) var counts: [TenantReference: Loadable<ActionCounts>] = [:]
  private var calls: [TenantReference: Task<Void, Never>] = [:]
  private let client: ElementsClient
  /// The counts of a tenant are known, or why they are not.
  var onChange: @MainActor (TenantReference) -> Void = { _ in }

  init(client: ElementsClient) {
    self.client = client
  }

  /// Asks for the counts of these tenants, from the first to the last, and no longer for those of others.
  func show(_ tenants: [TenantReference]) {
    let wanted = Set(tenants)
    for (tenant, call) in calls where !wanted.contains(tenant) {
      call.cancel()
      calls[tenant] = nil
      counts[tenant] = nil
    }
    for tenant in tenants where counts[tenant] == nil { ask(tenant) }
  }

  /// Nothing is known any more.
  func forget() {
    cancel()
    counts = [:]
  }

  func cancel() {
    for (tenant, call) in calls {
      call.cancel()
      counts[tenant] = nil
    }
    calls = [:]
  }

  private func ask(_ tenant: TenantReference) {
    counts[tenant] = .loading
    calls[tenant] = Task { [weak self, client] in
      let result: Loadable<ActionCounts>
      do throws(ElementsError) {
        result = .loaded(try await client.actionCounts(tenant, nil, .overview))
      } catch {
        result = .failed(error)
      }
      guard !Task.isCancelled else { return }
      self?.take(result, of: tenant)
    }
  }

  private func take(_ result: Loadable<ActionCounts>, of tenant: TenantReference) {
    calls[tenant] = nil
    counts[tenant] = result
    onChange(tenant)
  }
}
