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
  private(set) var risk: RiskIndex
  let scenario: TenantScenario?
  let storyPeople: StoryPeople
  /// When the flags of late rows turn, counted from the start; nil never turns them.
  private let lateRisk: Duration?
  let start: Int64
  /// In ticks; nil where nothing arrives.
  let arrivalSpacing: Int64?

  init(_ plan: TenantPlan, start: Int64, arrivalsPerMinute: Double, lateRisk: Duration?) {
    reference = TenantReference(customerID: plan.customerID, tenantID: plan.tenant.id)
    tenant = plan.tenant
    initialSignIns = plan.signIns
    isForbidden = plan.isForbidden
    tenantIsFirst = plan.number == 0
    hash = plan.hash
    home = plan.home
    self.start = start
    self.lateRisk = lateRisk
    scenario = plan.scenario
    let arrives = arrivalsPerMinute > 0 && plan.scenario?.isSilent != true
    arrivalSpacing = arrives ? max(1, Int64(min(600_000_000 / arrivalsPerMinute, 1e18))) : nil
    staff = Staff(
      rows: plan.signIns, hash: plan.hash[.person], domain: plan.domain, culture: plan.home.culture,
      hasHostilePeople: plan.number == 0)
    addresses = TenantAddresses(hash: plan.hash[.address])
    hours = OfficeHours(longitude: plan.home.city.longitude)
    storyPeople = StoryPeople(plan.scenario, start: start, hours: hours)
    timeline = Timeline(plan, now: start, hours: hours)
    risk = RiskIndex(
      rows: plan.signIns, masks: RiskMasks(plan.scenario, timeline, hash: plan.hash[.risk], isLate: false))
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

  /// The same tenant with the flags that it has when the sandbox has run for `elapsed`.
  public func judged(after elapsed: Duration) -> SyntheticTenant {
    guard let lateRisk, elapsed >= lateRisk, let scenario, scenario.signIns.contains(where: { $0.risk == .later })
    else { return self }
    var tenant = self
    tenant.risk = RiskIndex(rows: initialSignIns, masks: RiskMasks(scenario, timeline, hash: hash[.risk], isLate: true))
    return tenant
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

extension Timeline {
  fileprivate init(_ plan: TenantPlan, now: Int64, hours: OfficeHours) {
    if let scenario = plan.scenario {
      self.init(rows: plan.signIns, now: now, hours: hours, scenario: scenario)
    } else {
      self.init(
        rows: plan.signIns, now: now, hours: hours,
        plans: StoryPlan.plans(tenantNumber: plan.number, rows: plan.signIns, hash: plan.hash[.story]))
    }
  }
}

extension RiskMasks {
  /// `isLate` counts flags as risky that turn only later.
  fileprivate init(_ scenario: TenantScenario?, _ timeline: Timeline, hash: Hash, isLate: Bool) {
    var planned: [Int: Bool] = [:]
    for (number, signIn) in (scenario?.signIns ?? []).enumerated() {
      guard let row = timeline.planned.row(of: number) else { continue }
      planned[row] = signIn.risk == .risky || isLate && signIn.risk == .later
    }
    self.init(hash: hash, level: scenario?.risk ?? .usual, stories: timeline.stories, planned: planned)
  }
}
