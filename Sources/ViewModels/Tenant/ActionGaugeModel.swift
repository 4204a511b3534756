import Elements

/// A tenant's risky and normal actions.
@MainActor
public final class ActionGaugeModel {
  public private(set) var counts: Loadable<ActionCounts> = .loading
  private let tenant: TenantReference
  private let client: ElementsClient
  private let onChange: @MainActor () -> Void
  private var call: Task<Void, Never>?

  init(
    tenant: TenantReference, known: ActionCounts?, client: ElementsClient, onChange: @escaping @MainActor () -> Void
  ) {
    self.tenant = tenant
    self.client = client
    self.onChange = onChange
    if let known { counts = .loaded(known) }
  }

  /// Reads the counts anew; the ones before stay until then.
  func load() {
    call?.cancel()
    if counts.value == nil { counts = .loading }
    call = Task { [weak self, client, tenant] in
      let result: Loadable<ActionCounts>
      do throws(ElementsError) {
        result = .loaded(try await client.actionCounts(tenant, nil, .onScreen))
      } catch {
        result = .failed(error)
      }
      self?.take(result)
    }
  }

  func cancel() {
    call?.cancel()
    call = nil
  }

  private func take(_ result: Loadable<ActionCounts>) {
    guard !Task.isCancelled, result.error?.reason != .cancelled else { return }
    counts = result
    onChange()
  }
}
