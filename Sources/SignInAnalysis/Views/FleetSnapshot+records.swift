extension FleetSnapshot {
  /// Goes through the records of rows; rows that are not there are passed over.
  func forEachRecord(
    of rows: some Sequence<FleetRow>, _ body: (_ record: PackedSignIn, _ tenant: TenantNumber) -> Void
  ) {
    var tenant: TenantNumber?
    var chunks: [SignInChunk] = []
    var current = -1
    var columns = SignInColumns()
    for row in rows {
      if row.tenant != tenant {
        tenant = row.tenant
        chunks = self[row.tenant]?.chunks ?? []
        current = -1
      }
      let (chunk, offset) = Int(row.row).quotientAndRemainder(dividingBy: SignInChunk.size)
      guard chunk < chunks.count else { continue }
      if chunk != current {
        current = chunk
        columns = chunks[chunk].columns
      }
      if offset < columns.count { body(columns.record(at: offset), row.tenant) }
    }
  }
}
