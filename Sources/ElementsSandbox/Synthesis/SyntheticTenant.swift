import Assets
import Elements

/// One tenant's sign-ins and counts, all functions of the sandbox's seed, the tenant and the row's number.
///
/// Row 0 is the oldest. The rows before `initialSignIns` lie before the sandbox's start, the rest arrive while it runs.
public struct SyntheticTenant: Sendable {
  public let reference: TenantReference
  public let tenant: Tenant
  /// Rows at the moment of the start.
  public let initialSignIns: Int
  /// What the API's `actions` answers.
  public let actionCounts: ActionCounts
  /// Whether the registration was not granted this tenant, so that every call about it is answered with 403.
  public let isForbidden: Bool

  /// The first tenant is where a demonstration begins.
  let tenantIsFirst: Bool
  let hash: Hash
  let home: Home
  let staff: Staff
  let addresses: TenantAddresses
  let hours: OfficeHours
  let timeline: Timeline
  let risk: RiskIndex
  let start: Int64
  /// In ticks; nil where nothing arrives.
  let arrivalSpacing: Int64?

  init(_ plan: TenantPlan, start: Int64, arrivalsPerMinute: Double) {
    reference = TenantReference(customerID: plan.customerID, tenantID: plan.tenant.id)
    tenant = plan.tenant
    initialSignIns = plan.signIns
    isForbidden = plan.isForbidden
    tenantIsFirst = plan.number == 0
    hash = plan.hash
    home = plan.home
    self.start = start
    arrivalSpacing = arrivalsPerMinute > 0 ? max(1, Int64(min(600_000_000 / arrivalsPerMinute, 1e18))) : nil
    staff = Staff(
      rows: plan.signIns, hash: plan.hash[.person], domain: plan.domain, culture: plan.home.culture,
      hasHostilePeople: plan.number == 0)
    addresses = TenantAddresses(hash: plan.hash[.address])
    hours = OfficeHours(longitude: plan.home.city.longitude)
    timeline = Timeline(
      rows: plan.signIns, now: start, hours: hours,
      plans: StoryPlan.plans(tenantNumber: plan.number, rows: plan.signIns, hash: plan.hash[.story]))
    risk = RiskIndex(rows: plan.signIns, hash: plan.hash[.risk], stories: timeline.stories)
    actionCounts = SyntheticTenant.actionCounts(
      of: plan.hash[.actions], signIns: plan.signIns, risky: risk.count(of: plan.signIns))
  }

  /// Rows that there are when the sandbox has run for `elapsed`.
  public func total(after elapsed: Duration) -> Int {
    guard let arrivalSpacing, elapsed > .zero else { return initialSignIns }
    let (seconds, attoseconds) = elapsed.components
    let ticks = min(seconds, 100_000_000_000) * Timestamp.ticksPerSecond + attoseconds / 100_000_000_000
    return initialSignIns + Int(ticks / arrivalSpacing)
  }

  /// Rows of a list when there are `total` rows in all.
  public func count(_ scope: SignInScope, of total: Int) -> Int {
    switch scope {
    case .all: total
    case .risky: risk.count(of: total)
    }
  }

  /// The rows at `positions` of a list, position 0 being the newest, when there are `total` rows in all; shorter where
  /// the list ends.
  public func signIns(_ scope: SignInScope, at positions: Range<Int>, of total: Int) -> [SyntheticSignIn] {
    switch scope {
    case .all: positions.clamped(to: 0..<max(0, total)).map { signIn(row: total - 1 - $0) }
    case .risky: risk.rows(at: positions, of: max(0, total)).map(signIn(row:))
    }
  }

  /// Risky actions follow risky sign-ins, loosely; some tenants have no actions at all.
  private static func actionCounts(of draw: Hash, signIns: Int, risky: Int) -> ActionCounts {
    guard signIns > 0, draw[.status].below(12) > 0 else { return ActionCounts(risky: 0, normal: 0) }
    let riskyActions = Int(Double(risky).squareRoot() * (0.5 + 2 * draw[.place].fraction))
    let normalActions = Int(Double(signIns).squareRoot() * (0.2 + draw[.size].fraction)) + draw.below(12)
    return ActionCounts(risky: riskyActions, normal: normalActions)
  }
}
