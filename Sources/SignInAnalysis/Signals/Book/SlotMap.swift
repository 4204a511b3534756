/// Numbers for the rows of all tables, 4 bytes each, as few as there are rows: a table gets them in blocks of 256.
struct SlotMap: Sendable {
  static let blockSize = 256

  /// By block: whose it is, and the first row; nil for one that is free.
  private var owners: [FleetRow?] = []
  /// By tenant, in the order of its rows.
  private var blocks: [TenantNumber: [UInt32]] = [:]
  private var free: [UInt32] = []

  /// All slots are below.
  var count: Int { owners.count * SlotMap.blockSize }

  /// The slot of a row for which there is room.
  subscript(row: FleetRow) -> UInt32? {
    guard let own = blocks[row.tenant], Int(row.row) / SlotMap.blockSize < own.count else { return nil }
    return own[Int(row.row) / SlotMap.blockSize] * UInt32(SlotMap.blockSize) + row.row % UInt32(SlotMap.blockSize)
  }

  /// Nil where its tenant was forgotten.
  func row(at slot: UInt32) -> FleetRow? {
    let (block, offset) = slot.quotientAndRemainder(dividingBy: UInt32(SlotMap.blockSize))
    return owners[Int(block)].map { FleetRow(tenant: $0.tenant, row: $0.row + offset) }
  }

  /// The first slot of each 256 rows of a tenant is its block times 256.
  func blocks(of tenant: TenantNumber) -> [UInt32] { blocks[tenant] ?? [] }

  /// Makes room for the first `rows` rows of a tenant.
  mutating func extend(_ tenant: TenantNumber, to rows: Int) {
    guard blocks(of: tenant).count * SlotMap.blockSize < rows else { return }
    var own = blocks.removeValue(forKey: tenant) ?? []
    while own.count * SlotMap.blockSize < rows {
      let first = FleetRow(tenant: tenant, row: RowNumber(own.count * SlotMap.blockSize))
      if let block = free.popLast() {
        owners[Int(block)] = first
        own.append(block)
      } else {
        owners.append(first)
        own.append(UInt32(owners.count - 1))
      }
    }
    blocks[tenant] = own
  }

  /// The slots may be given again after `reuse`.
  mutating func forget(_ tenant: TenantNumber) -> [UInt32] {
    let own = blocks.removeValue(forKey: tenant) ?? []
    for block in own { owners[Int(block)] = nil }
    return own
  }

  mutating func reuse(_ blocks: [UInt32]) {
    free += blocks
  }
}
