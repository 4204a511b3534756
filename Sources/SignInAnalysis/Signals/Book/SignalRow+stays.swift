extension [SignalRow] {
  /// Notes with each row the run of its user at its address, and from when on the address is usual for the user.
  ///
  /// The rows are in order; the group of a row is its address, or its user where all rows have one address.
  mutating func noteStays(by group: (SignalRow) -> UInt64) {
    forEachGroup(by: { $0.address == 0 || $0.user == 0 ? nil : group($0) }) { rows, members in
      var runs = StayAccumulator()
      var usual = UsualSince()
      for index in members {
        runs.add(rows[index].ticks)
        if rows[index].isNotRisky { usual.add(rows[index].ticks) }
      }
      var run = 0
      for index in members {
        if rows[index].ticks > runs.runs[run].last { run += 1 }
        rows[index].stay = runs.runs[run]
        rows[index].addressUsual = usual.ticks
      }
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
