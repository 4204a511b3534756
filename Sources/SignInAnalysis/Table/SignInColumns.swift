/// A run of rows, column by column. All columns have the same length.
struct SignInColumns: Sendable {
  private(set) var ids: [PackedID] = []
  private(set) var times: [Int64] = []
  private(set) var users: [UInt32] = []
  private(set) var addresses: [UInt32] = []
  private(set) var places: [UInt32] = []
  private(set) var risks: [UInt8] = []

  var count: Int { ids.count }

  /// The same rows without the room that arrays keep for more.
  var trimmed: SignInColumns {
    var copy = SignInColumns()
    copy.ids = ids.trimmed
    copy.times = times.trimmed
    copy.users = users.trimmed
    copy.addresses = addresses.trimmed
    copy.places = places.trimmed
    copy.risks = risks.trimmed
    return copy
  }

  mutating func append(_ id: PackedID, _ record: SignInRecord) {
    ids.append(id)
    times.append(record.time)
    users.append(record.user)
    addresses.append(record.address)
    places.append(record.place)
    risks.append(record.risk)
  }

  /// Takes the rows' numbers in the whole table, and leaves alone the columns in which nothing changes.
  mutating func replace(_ changes: [(key: RowNumber, value: SignInRecord)]) {
    for (row, new) in changes {
      let offset = Int(row) % SignInChunk.size
      let old = record(at: offset)
      if new.time != old.time { times[offset] = new.time }
      if new.user != old.user { users[offset] = new.user }
      if new.address != old.address { addresses[offset] = new.address }
      if new.place != old.place { places[offset] = new.place }
      if new.risk != old.risk { risks[offset] = new.risk }
    }
  }

  func record(at offset: Int) -> SignInRecord {
    SignInRecord(
      time: times[offset], user: users[offset], address: addresses[offset], place: places[offset], risk: risks[offset])
  }
}

/// One row of the columns, without its id. Equal exactly if the sign-ins are, byte for byte.
struct SignInRecord: Hashable, Sendable {
  /// In ticks, or `SignInChunk.noTime`.
  let time: Int64
  let user: UInt32
  let address: UInt32
  let place: UInt32
  /// As in `SignInChunk.risks`.
  let risk: UInt8
}

extension Array {
  /// A copy that has room for nothing more: growing by doubling leaves up to half of an array unused.
  var trimmed: [Element] {
    var copy: [Element] = []
    copy.reserveCapacity(count)
    copy.append(contentsOf: self)
    return copy
  }
}
