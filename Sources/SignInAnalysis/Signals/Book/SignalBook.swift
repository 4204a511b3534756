import Elements

/// The signals of a fleet's sign-ins, kept up to date page by page.
///
/// Rows are chained by user and by address, 6 bytes a row. A page costs what the rows of its users and addresses cost:
/// what the rules find there (hits) replaces what they found before. Severity and what explains a signal away are
/// judged when a table is asked for, of the tenants of which something has changed, from summaries.
///
/// The result is a function of the rows, of which of them were read as not risky before, of the coverage and the
/// settings, whatever the order in which they came.
///
/// Measured on x86-64 Linux in a release build: see `Benchmarks`.
public struct SignalBook: Sendable {
  let settings: SignalSettings
  private var numbers: SignalNumbers
  private var slots = SlotMap()
  private var users = SlotChains()
  private var addresses = SlotChains()
  private(set) var ledgers: [TenantNumber: TenantLedger] = [:]
  /// In which tenants a user has sign-ins with a time.
  private var tenantsOfUsers: [UInt32: [TenantNumber]] = [:]
  /// In which tenants an address has hits; only addresses that have any.
  private var tenantsOfHits: [UInt32: Set<TenantNumber>] = [:]
  /// Tenants whose signals are to be judged anew.
  private var stale: Set<TenantNumber> = []
  private var judgement = SignalJudgement()

  public init(settings: SignalSettings = SignalSettings(), networks: LabelledNetworks = LabelledNetworks()) {
    self.settings = settings
    numbers = SignalNumbers(networks: networks)
  }

  /// Brings the book up to date.
  public mutating func take(_ update: SignalUpdate) {
    forget(update.forgotten)
    if let newest = update.snapshot.newest { numbers.catchUp(with: newest) }
    note(update)
    let former = formerSubjects(update)
    makeRoom(in: update.snapshot)
    relink(former, update)
    for tenant in update.snapshot.tenants { addNewRows(of: tenant, in: update.snapshot) }
    find(in: update.snapshot)
  }

  /// The signals as they are now.
  /// - Parameter now: for what is about silence.
  public mutating func table(now: Timestamp) -> SignalTable {
    defer { stale = [] }
    return judgement.table(stale, of: ledgers, settings: settings, now: now.ticks)
  }

  /// The runs of a row's user at its address, first to last; none where it has no address key or no user.
  public func stays(of row: FleetRow, in snapshot: FleetSnapshot) -> [Stay] {
    guard let ledger = ledgers[row.tenant], row.row < ledger.rows, let signIn = snapshot[row] else { return [] }
    var numbers = numbers
    let user = numbers.user(of: signIn)
    let address = snapshot.newest.map { numbers.address(of: signIn, in: $0.addresses) } ?? 0
    guard user != 0, address != 0, Int(user) < users.subjects else { return [] }
    let rows = RowReader(snapshot, numbers: numbers, slots: slots).rows(of: user, in: users)
    return StayAccumulator(rows.lazy.filter { $0.row.tenant == row.tenant && $0.address == address }.map(\.ticks)).runs
  }

  // MARK: Taking in

  private mutating func forget(_ tenants: Set<TenantNumber>) {
    let blocks = tenants.filter { ledgers.removeValue(forKey: $0) != nil }.flatMap { slots.forget($0) }
    stale.formUnion(tenants)
    guard !blocks.isEmpty else { return }
    users.removeAll { [slots] in slots.row(at: $0) == nil }
    addresses.removeAll { [slots] in slots.row(at: $0) == nil }
    slots.reuse(blocks)
  }

  private mutating func note(_ update: SignalUpdate) {
    for (tenant, coverage) in update.coverage where ledgers[tenant]?.coverage != coverage {
      ledgers[tenant, default: TenantLedger()].coverage = coverage
      stale.insert(tenant)
    }
    for (tenant, customer) in update.customers where ledgers[tenant]?.customer != customer {
      // Whose a tenant is counts for all its addresses.
      if let ledger = ledgers[tenant], ledger.rows > 0 { addresses.touchAll() }
      ledgers[tenant, default: TenantLedger()].customer = customer
    }
    for (tenant, time) in update.headRead { ledgers[tenant, default: TenantLedger()].headRead = time.ticks }
    if settings.riskJump.isEnabled {
      for (tenant, readings) in update.readings {
        ledgers[tenant, default: TenantLedger()].jump = settings.riskJump.find(readings)
      }
    }
    for (tenant, rows) in update.wasNotRisky {
      ledgers[tenant, default: TenantLedger()].wasNotRisky.formUnion(rows)
    }
  }

  /// What a changed row was, as far as chains and summaries go.
  private struct Former {
    let row: FleetRow
    let user: UInt32
    let address: UInt32
    let country: UInt32
    let signIn: SignIn
  }

  /// Rows that the book does not know are new, whatever they were.
  private mutating func formerSubjects(_ update: SignalUpdate) -> [Former] {
    guard let words = update.snapshot.newest?.addresses else { return [] }
    return update.changed.flatMap { tenant, rows in
      rows.compactMap { number, signIn in
        guard let ledger = ledgers[tenant], Int(number) < ledger.rows else { return nil }
        return Former(
          row: FleetRow(tenant: tenant, row: number), user: numbers.user(of: signIn),
          address: numbers.address(of: signIn, in: words), country: numbers.country(of: signIn), signIn: signIn)
      }
    }
  }

  private mutating func makeRoom(in snapshot: FleetSnapshot) {
    for tenant in snapshot.tenants { slots.extend(tenant, to: snapshot[tenant]?.count ?? 0) }
    users.makeRoom(slots: slots.count, subjects: numbers.userCount)
    addresses.makeRoom(slots: slots.count, subjects: numbers.addressCount)
  }

  private mutating func relink(_ former: [Former], _ update: SignalUpdate) {
    for old in former {
      guard let slot = slots[old.row], let signIn = update.snapshot[old.row] else { continue }
      move(slot, from: old, to: signIn, in: update.snapshot)
      recount(old, as: signIn)
      stale.insert(old.row.tenant)
    }
  }

  private mutating func move(_ slot: UInt32, from old: Former, to signIn: SignIn, in snapshot: FleetSnapshot) {
    let user = numbers.user(of: signIn)
    if user != old.user {
      if old.user != 0 { users.unlink(slot, from: old.user) }
      users.link(slot, to: user)
    }
    ledgers[old.row.tenant]?.stayed[old.row.row] = false
    users.touch(user)
    let address = snapshot.newest.map { numbers.address(of: signIn, in: $0.addresses) } ?? 0
    if address != old.address {
      if old.address != 0 { addresses.unlink(slot, from: old.address) }
      addresses.link(slot, to: address)
    }
    addresses.touch(address)
  }

  private mutating func recount(_ old: Former, as signIn: SignIn) {
    let isElsewhere = numbers.country(of: signIn) != old.country || signIn.ip != old.signIn.ip
    guard var ledger = ledgers.removeValue(forKey: old.row.tenant) else { return }
    if old.signIn.isRisk == false, signIn.isRisk != false { ledger.wasNotRisky.insert(old.row.row) }
    let isOtherwise = signIn.loginTime != old.signIn.loginTime || signIn.isRisk != old.signIn.isRisk
    if isOtherwise || isElsewhere { ledger.isSeenStale = true }
    ledgers[old.row.tenant] = ledger
  }

  private mutating func addNewRows(of tenant: TenantNumber, in snapshot: FleetSnapshot) {
    guard let table = snapshot[tenant] else { return }
    var ledger = ledgers.removeValue(forKey: tenant) ?? TenantLedger()
    defer { ledgers[tenant] = ledger }
    if ledger.isSeenStale { ledger.seeAgain(table, numbers: numbers) }
    let known = ledger.rows
    ledger.rows = table.count
    guard known < table.count else { return }
    stale.insert(tenant)
    let blocks = slots.blocks(of: tenant)
    for index in (known / SignInChunk.size)..<table.chunks.count {
      let first = index * SignInChunk.size
      let offsets = max(0, known - first)..<table.chunks[index].count
      ledger.see(table.chunks[index], offsets, numbers: numbers)
      link(table.chunks[index], offsets, first: first, blocks)
    }
  }

  private mutating func link(_ chunk: SignInChunk, _ offsets: Range<Int>, first: Int, _ blocks: [UInt32]) {
    let (userColumn, addressColumn) = (chunk.users, chunk.addresses)
    for offset in offsets {
      let (block, rest) = (first + offset).quotientAndRemainder(dividingBy: SlotMap.blockSize)
      let slot = blocks[block] * UInt32(SlotMap.blockSize) + UInt32(rest)
      users.link(slot, to: numbers.user(userColumn[offset]))
      addresses.link(slot, to: numbers.address(addressColumn[offset]))
    }
  }

  // MARK: Finding

  private mutating func find(in snapshot: FleetSnapshot) {
    let (staleUsers, staleAddresses) = (users.takeStale(), addresses.takeStale())
    guard !staleUsers.isEmpty || !staleAddresses.isEmpty else { return }
    let reader = RowReader(snapshot, numbers: numbers, slots: slots)
    findByUser(staleUsers, reader)
    findByAddress(staleAddresses, reader)
  }

  private mutating func findByUser(_ stale: [UInt32], _ reader: RowReader) {
    let changed = ledgers.mapValues(\.wasNotRisky).filter { !$0.value.isEmpty }
    let finder = UserFinder(settings: settings, network: reader.network) { row in
      changed[row.tenant]?.contains(row.row) ?? false
    }
    for user in stale {
      let groups = reader.rows(of: user, in: users).byTenant
      let tenants = groups.map(\.tenant)
      for tenant in tenantsOfUsers[user] ?? [] where !tenants.contains(tenant) {
        note(UserFinder.Findings(), of: user, [], in: tenant)
      }
      for (tenant, rows) in groups {
        var rows = rows
        note(finder.find(&rows), of: user, rows, in: tenant)
      }
      tenantsOfUsers[user] = tenants.isEmpty ? nil : tenants
    }
  }

  private mutating func note(
    _ findings: UserFinder.Findings, of user: UInt32, _ rows: [SignalRow], in tenant: TenantNumber
  ) {
    guard var ledger = ledgers.removeValue(forKey: tenant) else { return }
    for row in rows { ledger.stayed[row.row.row] = row.stay?.hasStayed ?? false }
    ledger.userHits[user] = findings.hits.isEmpty ? nil : findings.hits
    let hasSummary = !findings.cities.isEmpty || findings.isSteady
    ledger.users[user] =
      hasSummary ? TenantLedger.UserSummary(cities: findings.cities, isSteady: findings.isSteady) : nil
    ledgers[tenant] = ledger
    stale.insert(tenant)
  }

  private mutating func findByAddress(_ stale: [UInt32], _ reader: RowReader) {
    let customers = ledgers.mapValues(\.customer)
    let finder = AddressFinder(
      settings: settings, customer: { customers[$0] ?? .max }, account: reader.account)
    for address in stale {
      let signIns = addresses.hasSeveral(address) ? reader.signIns(at: address, in: addresses, finder) : nil
      note(signIns.map(finder.find) ?? [], of: address)
    }
  }

  private mutating func note(_ hits: [SignalHit], of address: UInt32) {
    let byTenant = Dictionary(grouping: hits, by: \.row.tenant)
    let before = tenantsOfHits.removeValue(forKey: address) ?? []
    for tenant in before.union(byTenant.keys) {
      ledgers[tenant]?.addressHits[address] = byTenant[tenant]
      stale.insert(tenant)
    }
    if !hits.isEmpty { tenantsOfHits[address] = Set(byTenant.keys) }
  }
}
