import Elements

/// A number for each row, by which rows are sorted upwards whatever the direction.
struct SortKeys {
  let order: SignInOrder
  let snapshot: FleetSnapshot

  /// Larger than all keys of rows that have a value.
  static let missing = UInt64.max

  /// As many as there are rows. What is compared is ranked once for each distinct value that the rows have.
  func keys(of rows: [FleetRow]) -> [UInt64] {
    var keys = Array(repeating: SortKeys.missing, count: rows.count)
    snapshot.locate(rows) { index, chunk, offset in keys[index] = order.number(at: offset, of: chunk.columns) }
    guard order.isByWords, let words = snapshot.newest else { return keys }
    let ranks = ranks(of: keys, in: words)
    return keys.map { $0 < UInt64(ranks.count) ? UInt64(ranks[Int($0)]) : SortKeys.missing }
  }

  /// By number; those that no row has are not ranked.
  private func ranks(of keys: [UInt64], in words: SignInSnapshot) -> [UInt32] {
    var isUsed = Array(repeating: false, count: Int(keys.lazy.filter { $0 < SortKeys.missing }.max() ?? 0) + 1)
    for key in keys where key < UInt64(isUsed.count) { isUsed[Int(key)] = true }
    let used = isUsed.indices.filter { isUsed[$0] }.map { UInt32($0) }
    var ranks = Array(repeating: 0 as UInt32, count: isUsed.count)
    for (number, rank) in zip(used, order.ranks(of: used, in: words)) { ranks[Int(number)] = rank }
    return ranks
  }
}

extension SignInOrder {
  /// Whether rows are compared by their users, addresses or places.
  var isByWords: Bool { column != .time && column != .risk }

  /// What rows are sorted by: a key, or the number of a word.
  func number(at offset: Int, of columns: SignInColumns) -> UInt64 {
    switch column {
    case .time: directed(columns.times[offset], most: Timestamp.range.upperBound)
    case .risk: directed(RiskCode.isRisk(columns.risks[offset]).map { $0 ? 1 : 0 } ?? -1, most: 1)
    case .user, .principalName: UInt64(columns.users[offset])
    case .address: UInt64(columns.addresses[offset])
    case .place: UInt64(columns.places[offset])
    }
  }

  /// Of values in 0...`most`; others are missing.
  func directed(_ value: Int64, most: Int64) -> UInt64 {
    guard value >= 0, value <= most else { return SortKeys.missing }
    return UInt64(isDescending ? most - value : value)
  }

  fileprivate func ranks(of numbers: [UInt32], in words: SignInSnapshot) -> [UInt32] {
    let ranking = Ranking(isDescending: isDescending)
    let (users, addresses, places) = (words.users, words.addresses, words.places)
    return switch column {
    case .user: ranking.ranks(of: numbers) { [SortText(users[$0].displayName)] }
    case .principalName: ranking.ranks(of: numbers) { [SortText(users[$0].principalName)] }
    case .address: ranking.ranks(of: numbers) { SortAddress(addresses[$0]).parts }
    case .place: ranking.ranks(of: numbers) { [SortText(places[$0].country), SortText(places[$0].city)] }
    case .time, .risk: []
    }
  }
}
