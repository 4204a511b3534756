import Elements
import SignInStore

/// The risk figures of all tenants: those in view come first, the others one after the other in the background.
///
/// What an event costs depends on the tenants in view: totals are kept as the figures come, and at most `mostAsked`
/// calls wait at a time.
@MainActor
final class RiskOverview {
  /// Calls that are asked for at a time, besides those for the tenants in view: twice as many as are under way.
  private static let mostAsked = 12

  private let fleet: Fleet
  /// All tenants there are, in order.
  private var order: [TenantReference] = []
  private var tenants: Set<TenantReference> = []
  /// Those that are not asked for yet, from `next` on; may hold some that were answered meanwhile.
  private var waiting: [TenantReference] = []
  private var next = 0
  private var awaited: Set<TenantReference> = []
  private var visible: Set<TenantReference> = []
  /// Answered since the last refresh.
  private var answered: Set<TenantReference> = []
  private var known: [TenantReference: Loadable<RiskFigures>] = [:]
  private var isActive = false
  private var isRereading = false
  private var firstRead: Timestamp?
  private(set) var totals = RiskTotals()
  /// The figures of a tenant are known, or why they are not.
  var onChange: @MainActor (TenantReference) -> Void = { _ in }

  init(_ fleet: Fleet) {
    self.fleet = fleet
    fleet.riskChanged.add(self) { [weak self] in self?.take($0) }
  }

  /// Nil before anybody asked.
  func figures(of tenant: TenantReference) -> Loadable<RiskFigures>? {
    known[tenant] ?? (awaited.contains(tenant) ? .loading : nil)
  }

  func change(of tenant: TenantReference) -> Int? {
    known[tenant]?.value == nil ? nil : fleet.store(of: tenant).risk.change
  }

  /// All tenants that are there were answered since the last refresh.
  var isOver: Bool { answered.count >= tenants.count }

  // MARK: What is asked for

  /// Says which tenants there are. They are read in this order.
  func cover(_ all: [TenantReference]) {
    let former = tenants
    (order, tenants) = (all, Set(all))
    waiting += all.filter { !former.contains($0) }
    for tenant in former.subtracting(tenants) { drop(tenant) }
    totals.tenants = tenants.count
    fill()
  }

  /// Asks for the figures of the tenants in view before all others.
  func show(_ inView: [TenantReference]) {
    isActive = true
    let former = visible
    visible = Set(inView)
    for tenant in former where !visible.contains(tenant) { postpone(tenant) }
    for tenant in inView where !answered.contains(tenant) { ask(tenant, .overview) }
    fill()
  }

  /// Reads all figures anew; the old ones stay meanwhile.
  func refresh() {
    isRereading = true
    answered = []
    firstRead = nil
    (waiting, next) = (order, 0)
    for tenant in awaited { fleet.store(of: tenant).risk.withdraw(.overview) }
    awaited = []
    (totals.answered, totals.read) = (0, 0)
  }

  /// Nobody looks any more. Waiting calls end, and are made when somebody looks again.
  func leave() {
    isActive = false
    visible = []
    for tenant in awaited { postpone(tenant) }
  }

  private func fill() {
    while isActive, next < waiting.count, awaited.count < RiskOverview.mostAsked + visible.count {
      let tenant = waiting[next]
      next += 1
      if !answered.contains(tenant), !awaited.contains(tenant), tenants.contains(tenant) { ask(tenant, .background) }
    }
    if next == waiting.count { (waiting, next) = ([], 0) }
  }

  private func ask(_ tenant: TenantReference, _ priority: RequestPriority) {
    let isNew = awaited.insert(tenant).inserted
    let risk = fleet.store(of: tenant).risk
    if isRereading, isNew { risk.reread(priority) } else { risk.read(priority) }
    // What the store knew already is told by nobody.
    if !risk.isUnderWay, awaited.contains(tenant) { note(tenant) }
  }

  /// Takes a call that still waits out of the gate's queue, and puts the tenant behind all that wait here.
  private func postpone(_ tenant: TenantReference) {
    guard awaited.remove(tenant) != nil else { return }
    fleet.store(of: tenant).risk.withdraw(.overview)
    waiting.append(tenant)
  }

  // MARK: Answers

  private func take(_ tenant: TenantReference) {
    guard tenants.contains(tenant) else { return }
    note(tenant)
    fill()
  }

  private func note(_ tenant: TenantReference) {
    let risk = fleet.store(of: tenant).risk
    guard let outcome = risk.error.map(Loadable<RiskFigures>.failed) ?? risk.value.map(Loadable.loaded) else { return }
    awaited.remove(tenant)
    let former = known.updateValue(outcome, forKey: tenant)
    totals.replace(former, by: outcome)
    let isFirst = answered.insert(tenant).inserted
    totals.answer(outcome, replacing: isFirst ? nil : former)
    if let readAt = outcome.value?.readAt { firstRead = min(firstRead ?? readAt, readAt) }
    if totals.asOf == nil || isOver { settle() }
    onChange(tenant)
  }

  /// A place says one time for all its figures: of the first that was read, once those before it are gone.
  private func settle() {
    totals.isLive = firstRead != nil || totals.failed < totals.tenants
    if let firstRead { totals.asOf = firstRead }
  }

  private func drop(_ tenant: TenantReference) {
    awaited.remove(tenant)
    let former = known.removeValue(forKey: tenant)
    if answered.remove(tenant) != nil { totals.answer(nil, replacing: former) }
    totals.replace(former, by: nil)
  }
}

/// What the risk figures of all tenants come to.
public struct RiskTotals: Hashable, Sendable {
  /// Tenants there are.
  public internal(set) var tenants = 0
  /// Of these, those that were answered since the last refresh, with figures or an error.
  public fileprivate(set) var answered = 0
  /// Those of them that have figures.
  public fileprivate(set) var read = 0
  /// Tenants that may not be read, and those that could not be for another reason.
  public private(set) var refused = 0
  public private(set) var failed = 0
  /// Risky sign-ins in 24 hours, and the tenants they are of.
  public private(set) var lastDay = 0
  public private(set) var risky = 0
  /// Tenants whose number in 24 hours may be larger than what is known.
  private var uncertain = 0
  private var loaded = 0
  /// When the first of the figures was read; nil before that.
  public internal(set) var asOf: Timestamp?
  /// Some tenant could be read.
  public internal(set) var isLive = true

  /// There may be more in 24 hours than `lastDay`.
  public var isLeast: Bool { uncertain > 0 || loaded < tenants }

  fileprivate mutating func answer(_ new: Loadable<RiskFigures>?, replacing old: Loadable<RiskFigures>?) {
    answered += (new == nil ? 0 : 1) - (old == nil ? 0 : 1)
    read += (new?.value == nil ? 0 : 1) - (old?.value == nil ? 0 : 1)
  }

  mutating func replace(_ old: Loadable<RiskFigures>?, by new: Loadable<RiskFigures>?) {
    if let old { count(old, -1) }
    if let new { count(new, 1) }
  }

  private mutating func count(_ outcome: Loadable<RiskFigures>, _ sign: Int) {
    switch outcome {
    case .loading: break
    case .failed(let error): if error.isRefusal { refused += sign } else { failed += sign }
    case .loaded(let figures):
      loaded += sign
      lastDay += sign * figures.lastDay
      if figures.lastDay > 0 { risky += sign }
      if figures.isLeast { uncertain += sign }
    }
  }
}
