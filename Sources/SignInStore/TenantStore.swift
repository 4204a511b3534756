import Elements
import SignInAnalysis

/// What has been read of one tenant, for as long as the program runs.
@MainActor
public final class TenantStore {
  public let tenant: TenantReference
  /// One for both lists: a sign-in is kept once.
  public private(set) var table = SignInTable()
  private var lists: [SignInScope: PagedSignIns] = [:]
  private var calls = 0
  /// The newest call whose answer was taken in.
  private var newestCall = 0
  private let client: ElementsClient
  private let onGrowth: @MainActor (_ rows: Int) -> Void

  /// - Parameter onGrowth: told how many rows came that were not known.
  init(
    of tenant: TenantReference, client: ElementsClient, onGrowth: @escaping @MainActor (_ rows: Int) -> Void = { _ in }
  ) {
    self.tenant = tenant
    self.client = client
    self.onGrowth = onGrowth
  }

  public func list(_ scope: SignInScope) -> PagedSignIns {
    if let list = lists[scope] { return list }
    let (client, tenant) = (client, tenant)
    let list = PagedSignIns(scope: scope, of: self) { request, priority throws(ElementsError) in
      try await client.signIns(tenant, request, scope, priority)
    }
    lists[scope] = list
    return list
  }

  /// Nobody looks at the tenant any more.
  public func leave() {
    for list in lists.values { list.leave() }
  }

  var isBusy: Bool { lists.values.contains(where: \.isBusy) }

  // MARK: Answers

  func nextCall() -> Int {
    calls += 1
    return calls
  }

  /// Puts a page's sign-ins into the table. What was sent earlier never overrules what was sent later.
  /// - Returns: the page's rows, and those of them that were known and have changed.
  func take(_ signIns: [SignIn], call: Int) -> (rows: [RowNumber], changed: [RowNumber]) {
    let known = table.count
    let outcome = table.insert(contentsOf: signIns, overruling: call > newestCall)
    newestCall = max(newestCall, call)
    onGrowth(table.count - known)
    return outcome
  }

  func tellOthers(than list: PagedSignIns, changed rows: [RowNumber]) {
    guard !rows.isEmpty else { return }
    for other in lists.values where other !== list { other.rowsChanged(rows) }
  }
}
