/// Reads rows of a fleet's tables by their slots.
struct RowReader {
  /// By tenant.
  private var tables: [SignInSnapshot?] = []
  private let newest: SignInSnapshot?
  let numbers: SignalNumbers
  let slots: SlotMap

  init(_ snapshot: FleetSnapshot, numbers: SignalNumbers, slots: SlotMap) {
    newest = snapshot.newest
    self.numbers = numbers
    self.slots = slots
    let count = (snapshot.tenants.max().map { Int($0) } ?? -1) + 1
    tables = (0..<count).map { snapshot[TenantNumber($0)] }
  }

  /// The rows of a chain in order, tenant after tenant; those without a time are left out.
  func rows(of subject: UInt32, in chains: SlotChains) -> [SignalRow] {
    var places: [SlotTime] = []
    chains.forEachSlot(of: subject) { slot in
      guard let row = slots.row(at: slot), let time = ticks(of: row), time != SignInChunk.noTime else { return }
      places.append(SlotTime(row: row, ticks: time))
    }
    putInOrder(&places)
    return places.map { read($0) }
  }

  /// The sign-ins at an address; nil where a finder would find nothing.
  func signIns(at address: UInt32, in chains: SlotChains, _ finder: AddressFinder) -> AddressSignIns? {
    let slots = chains.slots(of: address)
    var rows: [AddressSignIn] = []
    // An array that doubles as it grows would leave as much behind again, which malloc keeps.
    rows.reserveCapacity(slots.count)
    var (count, risky) = (0, 0)
    for slot in slots {
      guard let row = self.slots.row(at: slot), let chunk = chunk(of: row) else { continue }
      let offset = Int(row.row) % SignInChunk.size
      let (time, risk) = (chunk.times[offset], chunk.risks[offset])
      count += 1
      if risk == 1 { risky += 1 }
      if time != SignInChunk.noTime {
        rows.append(AddressSignIn(row: row, ticks: time, user: numbers.user(chunk.users[offset]), risk: risk))
      }
    }
    guard finder.isWorthLooking(rows: rows.count, signIns: count, risky: risky) else { return nil }
    putInOrder(&rows)
    return AddressSignIns(
      address: address, label: numbers.label(address), rows: rows, count: count, risky: risky)
  }

  /// The home account of a row's user, folded; nil where the user has no principal name.
  func account(_ row: FleetRow) -> String? {
    guard Int(row.tenant) < tables.count, let name = tables[Int(row.tenant)]?[row.row].userPrincipalName,
      !name.isEmpty
    else { return nil }
    return folded(GuestName.homeAccount(of: name) ?? name)
  }

  /// A number for the network of an address key.
  func network(_ address: UInt32) -> UInt64 {
    newest.map { numbers.network(address, in: $0.addresses) } ?? 0
  }

  private struct SlotTime: TimedSignIn {
    let row: FleetRow
    let ticks: Int64
  }

  private func read(_ place: SlotTime) -> SignalRow {
    guard let chunk = chunk(of: place.row) else { return SignalRow(row: place.row, ticks: place.ticks) }
    let offset = Int(place.row.row) % SignInChunk.size
    let address = numbers.address(chunk.addresses[offset])
    return SignalRow(
      row: place.row, ticks: place.ticks, user: numbers.user(chunk.users[offset]), address: address,
      place: numbers.place(chunk.places[offset]), label: numbers.label(address), risk: chunk.risks[offset])
  }

  private func ticks(of row: FleetRow) -> Int64? {
    chunk(of: row).map { $0.times[Int(row.row) % SignInChunk.size] }
  }

  private func chunk(of row: FleetRow) -> SignInChunk? {
    guard Int(row.tenant) < tables.count, let table = tables[Int(row.tenant)], Int(row.row) < table.count else {
      return nil
    }
    return table.chunks[Int(row.row) / SignInChunk.size]
  }

  private func putInOrder<Row: TimedSignIn>(_ rows: inout [Row]) {
    let isSorted = zip(rows, rows.dropFirst()).allSatisfy { $0.ticks < $1.ticks }
    if !isSorted { rows.sort(by: comesBefore) }
  }

  /// By time, equal times by id.
  private func comesBefore(_ left: some TimedSignIn, _ right: some TimedSignIn) -> Bool {
    guard left.ticks == right.ticks else { return left.ticks < right.ticks }
    let ids = (id(of: left.row), id(of: right.row))
    return ids.0 == ids.1 ? left.row.tenant < right.row.tenant : ids.0 < ids.1
  }

  private func id(of row: FleetRow) -> String {
    tables[Int(row.tenant)].map { $0.ids[row.row] } ?? ""
  }
}

extension [SignalRow] {
  /// In the same order, tenant by tenant.
  var byTenant: [(tenant: TenantNumber, rows: [SignalRow])] {
    guard let first else { return [] }
    if allSatisfy({ $0.row.tenant == first.row.tenant }) { return [(first.row.tenant, self)] }
    return Dictionary(grouping: self, by: \.row.tenant).map { ($0.key, $0.value) }
  }
}

/// A row of a fleet's tables that has a time.
protocol TimedSignIn: Sendable {
  var row: FleetRow { get }
  var ticks: Int64 { get }
}
