import SignInAnalysis

/// Where a sign-in stands among those of several tenants: the newest first, of one time by tenant and row, and those
/// without a time last.
struct TimedRow: Hashable, Sendable {
  /// In ticks, or `SignInChunk.noTime`.
  let ticks: Int64
  let row: FleetRow

  func isAbove(_ other: TimedRow) -> Bool {
    (other.ticks, row.tenant, row.row) < (ticks, other.row.tenant, other.row.row)
  }
}

/// Rows of several tenants in the order of `TimedRow`. It holds 8 bytes a row and asks for a row's time when it has to
/// compare.
struct TimedRows: Sendable {
  typealias Ticks = (FleetRow) -> Int64

  private var rows = BlockedList<FleetRow>()
  private var shown = FleetRowSet()

  var count: Int { rows.count }
  var all: LoadedRows { LoadedRows(count: rows.count) { [rows] in rows.all } }

  subscript(place: Int) -> FleetRow? { rows[place] }

  func contains(_ row: FleetRow) -> Bool { shown.contains(row) }

  func place(of row: FleetRow, _ ticks: Ticks) -> Int? {
    guard shown.contains(row) else { return nil }
    let place = place(for: row, ticks)
    return rows[place] == row ? place : nil
  }

  /// Rows that are newer than a time.
  func count(newerThan time: Int64, _ ticks: Ticks) -> Int {
    rows.count { ticks($0) > time }
  }

  /// Takes in a row that is not there.
  mutating func insert(_ row: FleetRow, _ ticks: Ticks) {
    let isLast = rows[rows.count - 1].map { timed($0, ticks).isAbove(timed(row, ticks)) } ?? true
    rows.insert(row, at: isLast ? rows.count : place(for: row, ticks))
    shown.insert(row)
  }

  /// - Parameter ticks: those by which the rows stand now.
  mutating func remove(_ row: FleetRow, _ ticks: Ticks) {
    guard let place = place(of: row, ticks) else { return }
    rows.remove(at: place)
    shown.remove(row)
  }

  /// Takes in many rows at once, in any order, of which none is there.
  mutating func insert(contentsOf new: [FleetRow], _ ticks: Ticks) {
    let new = new.map { timed($0, ticks) }.sorted { $0.isAbove($1) }
    let old = rows.all.map { timed($0, ticks) }
    var merged: [FleetRow] = []
    merged.reserveCapacity(old.count + new.count)
    var next = new[...]
    for known in old {
      while let first = next.first, first.isAbove(known) { merged.append(next.removeFirst().row) }
      merged.append(known.row)
    }
    merged += next.map(\.row)
    rows = BlockedList(merged)
    for row in new { shown.insert(row.row) }
  }

  /// Walks through all rows.
  mutating func removeAll(of tenant: TenantNumber) {
    rows = BlockedList(rows.all.filter { $0.tenant != tenant })
    shown.removeAll(of: tenant)
  }

  private func place(for row: FleetRow, _ ticks: Ticks) -> Int {
    let sought = timed(row, ticks)
    return rows.count { timed($0, ticks).isAbove(sought) }
  }

  private func timed(_ row: FleetRow, _ ticks: Ticks) -> TimedRow { TimedRow(ticks: ticks(row), row: row) }
}
