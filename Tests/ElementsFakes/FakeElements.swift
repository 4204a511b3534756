import Elements
import Synchronization

/// The API in memory: lists that a test changes, failures that it switches on, and a log of what was asked.
final class FakeElements: Sendable {
  struct State {
    var customers: [Customer] = []
    var signIns: [TenantReference: [SignIn]] = [:]
    var counts: [TenantReference: ActionCounts] = [:]
    var failing: Set<ElementsCall> = []
    /// With which they fail.
    var status = 503
    var log: [ElementsCall] = []
  }

  private let state = Mutex(State())

  func change(_ change: (inout State) -> Void) {
    state.withLock { change(&$0) }
  }

  var log: [ElementsCall] { state.withLock { $0.log } }

  var client: ElementsClient {
    ElementsClient(
      customers: { [self] request, _ throws(ElementsError) in
        let state = try answer(.customers(page: request.index))
        return page(of: state.customers, request)
      },
      actionCounts: { [self] tenant, _, _ throws(ElementsError) in
        let state = try answer(.actionCounts(tenant))
        return state.counts[tenant] ?? ActionCounts(risky: 1, normal: 3)
      },
      signIns: { [self] tenant, request, scope, _ throws(ElementsError) in
        let state = try answer(.signIns(tenant, scope, page: request.index))
        let all = state.signIns[tenant] ?? []
        return page(of: scope == .all ? all : all.filter { $0.isRisk == true }, request)
      })
  }

  /// No call waits: it is sent, unless it was taken back before.
  private func answer(_ call: ElementsCall) throws(ElementsError) -> State {
    guard Withdrawal.current?.send() ?? true else { throw ElementsError(call: call, reason: .cancelled) }
    let now = state.withLock { state in
      state.log.append(call)
      return state
    }
    guard !now.failing.contains(call) else {
      let refusal = ElementsError.Refusal(status: now.status, message: nil, requestID: "r-1")
      throw ElementsError(call: call, reason: .refused(refusal))
    }
    return now
  }

  private func page<Row>(of rows: [Row], _ request: PageRequest) -> Page<Row> {
    let first = min(rows.count, (request.index - 1) * request.size)
    let items = Array(rows[first..<min(rows.count, first + request.size)])
    return Page(items: items, index: request.index, size: request.size, totalCount: rows.count)
  }
}

extension SignIn {
  /// A sign-in whose only distinguishing mark is its number; every `riskyEvery`th is risky.
  static func numbered(_ number: Int, riskyEvery: Int = 50) -> SignIn {
    SignIn(
      id: "s\(number)", loginTime: Timestamp(unixSeconds: 1_790_000_000 + Int64(number) * 60), userID: nil,
      userDisplayName: "User \(number)", userPrincipalName: nil, ip: nil, location: nil, country: nil, city: nil,
      isRisk: number % riskyEvery == 0)
  }

  /// The newest first: from `count - 1` down to 0.
  static func list(_ count: Int, riskyEvery: Int = 50) -> [SignIn] {
    (0..<count).reversed().map { numbered($0, riskyEvery: riskyEvery) }
  }
}

extension Customer {
  static func numbered(_ number: Int, tenants: Int = 1, country: String? = nil) -> Customer {
    Customer(
      id: "c\(number)", organization: "Customer \(number)", countryOrRegion: country,
      tenants: (0..<tenants).map { Tenant(id: "t\(number)-\($0)", name: "tenant\(number)-\($0)") })
  }
}

extension TenantReference {
  static func numbered(_ number: Int, _ tenant: Int = 0) -> TenantReference {
    TenantReference(customerID: "c\(number)", tenantID: "t\(number)-\(tenant)")
  }
}

extension Timestamp {
  /// The time at which tests run: a minute after sign-in number 10,000.
  static var testNow: Timestamp { SignIn.numbered(10_001).loginTime ?? .earliest }
}
