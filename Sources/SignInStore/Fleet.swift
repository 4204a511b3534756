import Elements
import SignInAnalysis

/// What has been read of all tenants, for as long as the program runs. It outlives the screens.
///
/// **Numbers.** A tenant has a number, in the order in which tenants were met; a sign-in is its tenant's number and its
/// row in the tenant's table (`FleetRow`). Users, addresses and places are numbered once for all tables
/// (`SignInWords`): the same address has the same number in every tenant, so that what joins tenants compares numbers.
/// A snapshot of one table or of several is a value that shares all this and can be worked on anywhere.
///
/// **Forgetting.** Beyond a number of rows the tenants that were looked at longest ago are forgotten as a whole, never
/// one that is held (`TenantHold`). Their lists are then as if they had never been read. What stays: the tenant's
/// number and counts, and the words, so that no number ever changes its meaning (about 10 bytes an address, some
/// hundred a user or place); rows are numbered anew when they are read again.
@MainActor
public final class Fleet {
  /// Rows of sign-ins that are kept, over all tenants.
  nonisolated public static let usualLimit = 2_000_000

  /// Told of a tenant whose counts are known, or why they are not.
  public var countsChanged: Observers<TenantReference> { surroundings.countsChanged }
  /// Told of a tenant whose risk figures are known, or why they are not.
  public var riskChanged: Observers<TenantReference> { surroundings.riskChanged }
  /// Told of what each page has changed in a tenant's table, before the lists tell of it.
  public var tableChanges: Observers<TableChange> { surroundings.tableChanges }
  /// Told of a tenant after a page of one of its lists was taken in, whether or not it changed the table: how far a
  /// list is read without a gap may be another.
  public var pagesTaken: Observers<TenantNumber> { surroundings.pagesTaken }
  private let limit: Int
  private let surroundings: FleetSurroundings
  private var numbers: [TenantReference: TenantNumber] = [:]
  private var stores: [TenantStore] = []
  /// By the tenants' numbers.
  public private(set) var references: [TenantReference] = []
  /// When each tenant was opened last, in opens; by number.
  private var lastOpened: [Int] = []
  private var opens = 0
  /// Rows in all tables, and in those of tenants that are not held.
  private(set) var rows = 0
  private var looseRows = 0

  /// - Parameter now: the time, for what is read.
  public init(
    client: ElementsClient, limit: Int = Fleet.usualLimit, now: @escaping @MainActor () -> Timestamp
  ) {
    self.limit = limit
    surroundings = FleetSurroundings(client: client, now: now)
    surroundings.rowsCame = { [weak self] in self?.rowsCame($0, to: $1) }
    surroundings.holdChanged = { [weak self] in self?.holdChanged($0) }
  }

  /// The store of a tenant, which is the same from then on.
  public func store(of tenant: TenantReference) -> TenantStore {
    if let number = numbers[tenant] { return stores[Int(number)] }
    let store = TenantStore(of: tenant, number: TenantNumber(stores.count), in: surroundings)
    numbers[tenant] = store.number
    stores.append(store)
    references.append(tenant)
    lastOpened.append(0)
    return store
  }

  /// Nil for a number that was not given.
  public func store(_ number: TenantNumber) -> TenantStore? {
    Int(number) < stores.count ? stores[Int(number)] : nil
  }

  /// The store of a tenant that is looked at from now on, until `close`.
  public func open(_ tenant: TenantReference) -> TenantStore {
    let store = store(of: tenant)
    opens += 1
    lastOpened[Int(store.number)] = opens
    store.hold(for: .open)
    return store
  }

  public func close(_ tenant: TenantReference) {
    store(of: tenant).release(.open)
  }

  /// Where else: the tables of some tenants at one moment.
  public func snapshot(of tenants: some Sequence<TenantNumber>) -> FleetSnapshot {
    FleetSnapshot(
      Dictionary(tenants.compactMap { number in store(number).map { (number, $0.snapshot) } }) { first, _ in first })
  }

  /// The tables of all tenants at one moment.
  public var snapshot: FleetSnapshot {
    FleetSnapshot(Dictionary(uniqueKeysWithValues: stores.map { ($0.number, $0.snapshot) }))
  }

  // MARK: Forgetting

  private func rowsCame(_ count: Int, to tenant: TenantNumber) {
    rows += count
    if !stores[Int(tenant)].isHeld { looseRows += count }
    if rows > limit { evict() }
  }

  private func holdChanged(_ store: TenantStore) {
    looseRows += store.isHeld ? -store.rowCount : store.rowCount
    if rows > limit { evict() }
  }

  /// Looks through the tenants only when there is one to forget.
  private func evict() {
    while rows > limit, looseRows > 0 {
      let loose = stores.filter { !$0.isHeld && $0.rowCount > 0 }
      guard let oldest = loose.min(by: { lastOpened[Int($0.number)] < lastOpened[Int($1.number)] }) else { return }
      rows -= oldest.rowCount
      looseRows -= oldest.rowCount
      oldest.forget()
    }
  }
}

/// What the stores of a fleet have in common.
@MainActor
final class FleetSurroundings {
  let client: ElementsClient
  let now: @MainActor () -> Timestamp
  var words = SignInWords()
  let countsChanged = Observers<TenantReference>()
  let riskChanged = Observers<TenantReference>()
  let tableChanges = Observers<TableChange>()
  let pagesTaken = Observers<TenantNumber>()
  var rowsCame: @MainActor (Int, TenantNumber) -> Void = { _, _ in }
  var holdChanged: @MainActor (TenantStore) -> Void = { _ in }

  init(client: ElementsClient, now: @escaping @MainActor () -> Timestamp) {
    self.client = client
    self.now = now
  }
}
