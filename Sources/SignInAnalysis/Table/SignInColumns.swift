/// A run of rows that do not change, column by column. All columns have the same length.
///
/// A class, so that it is not copied for each row that a filter decides.
final class SignInColumns: Sendable {
  let times: TimeColumn
  let users: PackedColumn<UInt32>
  let addresses: PackedColumn<UInt32>
  let places: PackedColumn<UInt32>
  let risks: PackedColumn<UInt8>

  convenience init(_ rows: GrowingColumns = GrowingColumns()) {
    self.init(
      times: TimeColumn(rows.times), users: PackedColumn(rows.users), addresses: PackedColumn(rows.addresses),
      places: PackedColumn(rows.places), risks: PackedColumn(rows.risks))
  }

  private init(
    times: TimeColumn, users: PackedColumn<UInt32>, addresses: PackedColumn<UInt32>, places: PackedColumn<UInt32>,
    risks: PackedColumn<UInt8>
  ) {
    self.times = times
    self.users = users
    self.addresses = addresses
    self.places = places
    self.risks = risks
  }

  var count: Int { times.count }

  /// Takes the rows' numbers in the whole table, and shares the columns in which nothing changes.
  func replacing(_ changes: [(key: RowNumber, value: PackedSignIn)]) -> SignInColumns {
    let changes = changes.map { (index: Int($0.key) % SignInChunk.size, record: $0.value) }
    return SignInColumns(
      times: times.replacing(changes.map { ($0.index, $0.record.time) }),
      users: users.replacing(changes.map { ($0.index, $0.record.user) }),
      addresses: addresses.replacing(changes.map { ($0.index, $0.record.address) }),
      places: places.replacing(changes.map { ($0.index, $0.record.place) }),
      risks: risks.replacing(changes.map { ($0.index, $0.record.risk) }))
  }

  func record(at offset: Int) -> PackedSignIn {
    PackedSignIn(
      time: times[offset], user: users[offset], address: addresses[offset], place: places[offset], risk: risks[offset])
  }
}

/// One row of the columns. Equal exactly if the sign-ins are, byte for byte, apart from their ids.
struct PackedSignIn: Hashable, Sendable {
  /// In ticks, or `SignInChunk.noTime`.
  let time: Int64
  let user: UInt32
  let address: UInt32
  let place: UInt32
  /// As in `SignInChunk.risks`.
  let risk: UInt8
}
