import Elements

/// A server whose every answer is the test's: what it knows, what it refuses, and what it holds back until the test lets it go.
@MainActor
final class ScriptedElements {
  /// A call, as far as tests tell calls apart.
  enum Call: Hashable {
    case customers(page: Int)
    case counts(tenant: String)
    case signIns(SignInScope, page: Int)
    /// The newest page of a tenant's risky sign-ins.
    case risk(tenant: String)
  }

  var customers = Samples.customers
  var counts = Samples.counts
  /// Newest first, as the server lists them; what is risky is found by itself.
  var signIns = Samples.signIns(250)
  /// Risky sign-ins of tenants that have others than all, by tenant.
  var risky = Samples.riskyByTenant
  /// Rows that are on a page but could not be read, by page.
  var unreadable: [Int: Int] = [:]
  /// The largest page of customers that is given.
  var customersAPage = 100
  /// Any page of sign-ins is the first.
  var repeatsFirstPage = false
  /// What the server says of the number of sign-ins in place of the truth.
  var total: Int??
  /// What is refused, and why.
  var failures: [Call: ElementsError.Reason] = [:]

  /// Everything that was asked.
  private(set) var log: [ElementsCall] = []
  private var held: Set<Call> = []
  private var waiting: [Call: [AsyncStream<Never>.Continuation]] = [:]

  /// Keeps answers of these calls back from now on.
  func hold(_ calls: Call...) {
    held.formUnion(calls)
  }

  /// Lets the answers of a call go.
  func release(_ call: Call) {
    held.remove(call)
    for continuation in waiting.removeValue(forKey: call) ?? [] { continuation.finish() }
  }

  var client: ElementsClient {
    ElementsClient(
      customers: { [self] request, _ async throws(ElementsError) in try await customerPage(request) },
      actionCounts: { [self] tenant, _, _ async throws(ElementsError) in try await actionCounts(tenant) },
      signIns: { [self] tenant, request, scope, _ async throws(ElementsError) in
        try await signInPage(tenant, request, scope)
      })
  }

  private func customerPage(_ request: PageRequest) async throws(ElementsError) -> Page<Customer> {
    try await pass(.customers(page: request.index), .customers(page: request.index))
    let size = min(customersAPage, request.size)
    return Page(
      items: page(of: customers, index: request.index, size: size), index: request.index, size: size,
      totalCount: customers.count)
  }

  private func actionCounts(_ tenant: TenantReference) async throws(ElementsError) -> ActionCounts {
    try await pass(.counts(tenant: tenant.tenantID), .actionCounts(tenant))
    return counts[tenant.tenantID] ?? ActionCounts(risky: 1, normal: 4)
  }

  private func signInPage(
    _ tenant: TenantReference, _ request: PageRequest, _ scope: SignInScope
  ) async throws(ElementsError) -> Page<SignIn> {
    try await pass(.signIns(scope, page: request.index), .signIns(tenant, scope, page: request.index))
    if scope == .risky, request.index == 1 {
      try await wait(for: .risk(tenant: tenant.tenantID), .signIns(tenant, scope, page: 1))
    }
    let all = scope == .risky ? risky[tenant.tenantID] ?? signIns.filter { $0.isRisk == true } : signIns
    let missing = unreadable[request.index] ?? 0
    let index = repeatsFirstPage ? 1 : request.index
    let items = page(of: all, index: index, size: request.size).dropLast(missing)
    return Page(
      items: Array(items), index: index, size: request.size, totalCount: total ?? all.count,
      unreadable: (0..<missing).map { UnreadableRow(row: items.count + 1 + $0, found: "loginTime \"yesterday\"") })
  }

  private func page<Element>(of all: [Element], index: Int, size: Int) -> [Element] {
    Array(all.dropFirst((index - 1) * size).prefix(size))
  }

  /// Waits until the test lets the call go, which counts as sent; ends early when it is cancelled.
  private func pass(_ call: Call, _ named: ElementsCall) async throws(ElementsError) {
    guard Withdrawal.current?.send() ?? true else { throw ElementsError(call: named, reason: .cancelled) }
    log.append(named)
    try await wait(for: call, named)
  }

  /// Waits while a call is held back, and fails where it is to fail.
  private func wait(for call: Call, _ named: ElementsCall) async throws(ElementsError) {
    if held.contains(call) {
      let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
      waiting[call, default: []].append(continuation)
      for await _ in stream {}
    }
    if Task.isCancelled { throw ElementsError(call: named, reason: .cancelled) }
    if let reason = failures[call] { throw ElementsError(call: named, reason: reason) }
  }
}

extension ElementsError.Reason {
  static let forbidden = ElementsError.Reason.refused(
    .init(status: 403, message: "This registration is for other tenants.", requestID: "7f3a-9c"))
  static let unavailable = ElementsError.Reason.refused(.init(status: 503, message: nil, requestID: "7f3a-a0"))
}
