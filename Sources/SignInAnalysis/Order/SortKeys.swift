import Elements

/// A number for each row, by which rows are sorted upwards whatever the direction.
struct SortKeys {
  private let order: SignInOrder
  private let snapshot: SignInSnapshot
  /// The place of each distinct value among all.
  private let ranks: [UInt32]

  /// Larger than all keys of rows that have a value.
  private static let missing = UInt64.max

  init(order: SignInOrder, snapshot: SignInSnapshot) {
    self.order = order
    self.snapshot = snapshot
    let ranking = Ranking(isDescending: order.isDescending)
    let (users, addresses, places) = (snapshot.users, snapshot.addresses, snapshot.places)
    ranks =
      switch order.column {
      case .user: ranking.ranks(of: users.count) { [SortText(users[$0].displayName)] }
      case .principalName: ranking.ranks(of: users.count) { [SortText(users[$0].principalName)] }
      case .address: ranking.ranks(of: addresses.count) { SortAddress(addresses[$0]).parts }
      case .place: ranking.ranks(of: places.count) { [SortText(places[$0].country), SortText(places[$0].city)] }
      case .time, .risk: []
      }
  }

  func keys(of rows: [RowNumber]) -> [UInt64] {
    let chunks = snapshot.chunks
    return rows.map { row in
      let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
      return key(at: offset, of: chunks[chunk].columns)
    }
  }

  private func key(at offset: Int, of columns: SignInColumns) -> UInt64 {
    switch order.column {
    case .time: directed(columns.times[offset], most: Timestamp.range.upperBound)
    case .risk: directed(RiskCode.isRisk(columns.risks[offset]).map { $0 ? 1 : 0 } ?? -1, most: 1)
    case .user, .principalName: UInt64(ranks[Int(columns.users[offset])])
    case .address: UInt64(ranks[Int(columns.addresses[offset])])
    case .place: UInt64(ranks[Int(columns.places[offset])])
    }
  }

  /// Of values in 0...`most`; others are missing.
  private func directed(_ value: Int64, most: Int64) -> UInt64 {
    guard value >= 0, value <= most else { return SortKeys.missing }
    return UInt64(order.isDescending ? most - value : value)
  }
}
