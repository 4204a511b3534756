extension FleetSnapshot {
  /// Goes through rows chunk by chunk, whatever their order, so that columns are taken out once a chunk; rows that are
  /// not there are passed over.
  func forEachChunk(
    of rows: [FleetRow], _ body: (_ chunk: SignInColumns, _ offsets: ArraySlice<UInt16>, _ tenant: TenantNumber) -> Void
  ) {
    var chunks: [(columns: SignInColumns, tenant: TenantNumber)] = []
    let places = self.places(of: rows, &chunks)
    var ends = Array(repeating: 0, count: chunks.count + 1)
    for place in places where place != .missing { ends[Int(place.chunk)] += 1 }
    for chunk in 1..<ends.count { ends[chunk] += ends[chunk - 1] }
    var offsets = Array(repeating: 0 as UInt16, count: rows.count)
    for place in places.reversed() where place != .missing {
      ends[Int(place.chunk)] -= 1
      offsets[ends[Int(place.chunk)]] = place.offset
    }
    for (chunk, (columns, tenant)) in chunks.enumerated() where ends[chunk] < ends[chunk + 1] {
      body(columns, offsets[ends[chunk]..<ends[chunk + 1]], tenant)
    }
  }

  /// Where each row stands, and the chunks of the tenants that they are of.
  private func places(
    of rows: [FleetRow], _ chunks: inout [(columns: SignInColumns, tenant: TenantNumber)]
  ) -> [RowPlace] {
    var firsts: [TenantNumber: Range<Int>] = [:]
    var tenant: TenantNumber?
    var own = 0..<0
    var counts: [Int] = []
    return rows.map { row in
      if row.tenant != tenant {
        tenant = row.tenant
        if let known = firsts[row.tenant] {
          own = known
        } else {
          let new = self[row.tenant]?.chunks ?? []
          own = chunks.count..<chunks.count + new.count
          firsts[row.tenant] = own
          chunks += new.map { ($0.columns, row.tenant) }
          counts += new.map(\.count)
        }
      }
      let (chunk, offset) = Int(row.row).quotientAndRemainder(dividingBy: SignInChunk.size)
      guard chunk < own.count, offset < counts[own.lowerBound + chunk] else { return .missing }
      return RowPlace(chunk: UInt32(own.lowerBound + chunk), offset: UInt16(offset))
    }
  }
}

/// A row's chunk among some, and its place in it.
private struct RowPlace: Equatable {
  let chunk: UInt32
  let offset: UInt16

  static let missing = RowPlace(chunk: .max, offset: 0)
}
