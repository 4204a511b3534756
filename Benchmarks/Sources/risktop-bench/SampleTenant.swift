import Elements
import ElementsSandbox
import SignInAnalysis

/// A tenant with made-up sign-ins, the same at every run, with at most 2,500 users.
struct SampleTenant: Sendable {
  /// The moment at which the newest sign-in is a few minutes old.
  static let now = Timestamp(iso8601: "2026-11-21T12:00:00Z") ?? .earliest

  private let tenant: SyntheticTenant

  var reference: TenantReference { tenant.reference }
  var actionCounts: ActionCounts { tenant.actionCounts }
  var count: Int { tenant.initialSignIns }

  /// Why there is nothing to measure.
  enum Failure: Error {
    case noTenant
  }

  init(signIns: Int) throws(Failure) {
    var configuration = SandboxConfiguration()
    configuration.customers = 1
    configuration.signIns = signIns
    configuration.now = SampleTenant.now
    let world = SyntheticWorld(configuration)
    guard let customer = world.customers.first, let first = customer.tenants.first,
      let tenant = world.tenant(TenantReference(customerID: customer.id, tenantID: first.id))
    else { throw .noTenant }
    self.tenant = tenant
  }

  /// The sign-ins at these places of the list, the newest at place 0.
  func signIns(_ scope: SignInScope = .all, at places: Range<Int>) -> [SignIn] {
    tenant.signIns(scope, at: places, of: count).map(\.signIn)
  }

  func page(_ request: PageRequest, _ scope: SignInScope) -> Page<SignIn> {
    let start = (request.index - 1) * request.size
    return Page(
      items: signIns(scope, at: start..<start + request.size), index: request.index, size: request.size,
      totalCount: tenant.count(scope, of: count))
  }

  /// Puts further pages into a table until it has `count` rows, a multiple of 100.
  /// - Returns: the time that the table took, without that of making the sign-ins up.
  func grow(_ table: inout SignInTable, to count: Int) -> Duration {
    var time = Duration.zero
    for place in stride(from: table.count, to: count, by: PageRequest.largestSize) {
      let page = signIns(at: place..<place + PageRequest.largestSize)
      time += ContinuousClock().measure { _ = table.insert(contentsOf: page) }
    }
    return time
  }

  func table(of count: Int) -> (table: SignInTable, time: Duration) {
    var table = SignInTable()
    let time = grow(&table, to: count)
    return (table, time)
  }
}
