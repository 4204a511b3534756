extension [SignalRow] {
  /// Notes with each row of one user the run at its address, and from when on the address is usual for the user.
  ///
  /// The rows are in order.
  mutating func noteStays() {
    var stays = GroupedStays()
    var groups: [UInt32: Int] = [:]
    let runs = map { row in
      guard row.address != 0, row.user != 0 else { return nil as (run: UInt32, group: Int)? }
      let group = groups[row.address] ?? groups.count
      if group == groups.count { groups[row.address] = group }
      return (stays.add(row.ticks, toGroup: group, isNotRisky: row.isNotRisky), group)
    }
    for (index, found) in zip(indices, runs) {
      guard let found else { continue }
      self[index].stay = stays.runs[Int(found.run)]
      self[index].addressUsual = stays.usual(ofGroup: found.group)
    }
  }

  /// Notes with each row of one user from when on its city is usual, and gives the cities that are at some time.
  mutating func noteUsualCities() -> [(city: UInt32, since: Int64)] {
    var cities: [(UInt32, Int64)] = []
    forEachGroup(by: { $0.place.city == 0 || !$0.hasPlace ? nil : UInt64($0.place.city) }) { rows, members in
      var usual = UsualSince()
      for index in members where rows[index].isNotRisky { usual.add(rows[index].ticks) }
      guard let since = usual.ticks else { return }
      for index in members { rows[index].cityUsual = since }
      cities.append((rows[members[members.startIndex]].place.city, since))
    }
    return cities
  }

  /// Gives the indices of each group in their order; rows without a group take no part.
  private mutating func forEachGroup(
    by group: (SignalRow) -> UInt64?, _ body: (inout [SignalRow], ArraySlice<Int>) -> Void
  ) {
    var entries: [(group: UInt64, index: Int)] = []
    entries.reserveCapacity(count)
    for index in indices {
      if let group = group(self[index]) { entries.append((group, index)) }
    }
    entries.sort { $0.group == $1.group ? $0.index < $1.index : $0.group < $1.group }
    let members = entries.map(\.index)
    var start = 0
    for end in 1..<(entries.count + 1) where end == entries.count || entries[end].group != entries[start].group {
      body(&self, members[start..<end])
      start = end
    }
  }
}
