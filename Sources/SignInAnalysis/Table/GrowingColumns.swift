/// The rows at the end of a table, fewer than a chunk has, column by column. All columns have the same length.
struct GrowingColumns: Sendable {
  private(set) var times: [Int64] = []
  private(set) var users: [UInt32] = []
  private(set) var addresses: [UInt32] = []
  private(set) var places: [UInt32] = []
  private(set) var risks: [UInt8] = []

  var count: Int { times.count }

  mutating func append(_ record: PackedSignIn) {
    times.append(record.time)
    users.append(record.user)
    addresses.append(record.address)
    places.append(record.place)
    risks.append(record.risk)
  }

  /// Takes the rows' numbers in the whole table.
  mutating func replace(_ changes: [(key: RowNumber, value: PackedSignIn)]) {
    for (row, record) in changes {
      let offset = Int(row) % SignInChunk.size
      times[offset] = record.time
      users[offset] = record.user
      addresses[offset] = record.address
      places[offset] = record.place
      risks[offset] = record.risk
    }
  }

  func record(at offset: Int) -> PackedSignIn {
    PackedSignIn(
      time: times[offset], user: users[offset], address: addresses[offset], place: places[offset], risk: risks[offset])
  }
}
