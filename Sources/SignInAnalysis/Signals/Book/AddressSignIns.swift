/// The sign-ins of one address, of all tenants, as rules about addresses see them.
///
/// An address may be that of a whole office: a sign-in takes 32 bytes, and each pass over them is a simple one.
struct AddressSignIns: Sendable {
  let address: UInt32
  let label: NetworkKind?
  /// Those with a time, in order.
  private(set) var rows: [AddressSignIn]
  /// All sign-ins, those without a time among them, and the risky ones of these.
  let count: Int
  let risky: Int
  /// Owners of all rows; the sign-ins of a tenant that have no user have one together.
  private(set) var owners = 0
  /// Users of tenants.
  private(set) var users = 0
  private var stays = GroupedStays()

  /// - Parameter rows: in order.
  init(address: UInt32, label: NetworkKind?, rows: [AddressSignIn], count: Int, risky: Int) {
    self.address = address
    self.label = label
    self.rows = rows
    self.count = count
    self.risky = risky
    noteOwners()
  }

  private mutating func noteOwners() {
    var numbers: [UInt64: UInt32] = [:]
    for index in rows.indices {
      let row = rows[index]
      let owner = UInt64(row.row.tenant) << 32 | UInt64(row.user)
      let number = numbers[owner] ?? UInt32(numbers.count)
      if number == numbers.count {
        numbers[owner] = number
        users += row.user == 0 ? 0 : 1
      }
      rows[index].owner = number
      rows[index].run = stays.add(row.ticks, toGroup: Int(number), isNotRisky: row.isNotRisky)
    }
    owners = numbers.count
  }

  func stay(_ row: AddressSignIn) -> Stay { stays.runs[Int(row.run)] }

  /// Whether the address was usual for the row's user then.
  func isUsual(_ row: AddressSignIn) -> Bool { stays.usual(ofGroup: Int(row.owner)).map { $0 <= row.ticks } ?? false }

  /// In the same order, tenant by tenant.
  var rowsByTenant: [[AddressSignIn]] {
    guard let first = rows.first else { return [] }
    if rows.allSatisfy({ $0.row.tenant == first.row.tenant }) { return [rows] }
    return Array(Dictionary(grouping: rows, by: \.row.tenant).values)
  }

  func hit(_ evidence: SignalEvidence, at row: AddressSignIn) -> SignalHit {
    SignalHit(
      evidence, row: row.row, ticks: row.ticks, stay: stay(row), user: row.user, address: address, label: label)
  }
}

/// A sign-in at an address, with a time.
struct AddressSignIn: TimedSignIn {
  let row: FleetRow
  let ticks: Int64
  /// 0 for none.
  let user: UInt32
  /// As in `SignInChunk.risks`.
  let risk: UInt8
  /// Its user in its tenant, numbered from 0 among those of the address.
  fileprivate(set) var owner: UInt32 = 0
  /// The run of its user that it is part of, among those of the address.
  fileprivate(set) var run: UInt32 = 0

  init(row: FleetRow, ticks: Int64, user: UInt32, risk: UInt8) {
    self.row = row
    self.ticks = ticks
    self.user = user
    self.risk = risk
  }

  var isRisky: Bool { risk == 1 }
  var isNotRisky: Bool { risk == 0 }
  var hasUser: Bool { user != 0 }
}
