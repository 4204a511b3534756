import Elements

/// Decides which calls, pages, rows and tenants a fault strikes. What it decides follows from the seed alone.
struct FaultDice: Sendable {
  private let faults: Faults
  private let seed: UInt64
  /// Calls in a row that a server's trouble lasts.
  private static let burst: UInt64 = 3
  /// More calls than any token lives to see.
  private static let mostCalls = 1e15

  init(_ configuration: SandboxConfiguration) {
    faults = configuration.faults
    seed = configuration.faultSeed ?? configuration.seed
  }

  func strikes(_ kind: FaultKind, call: UInt64) -> Bool {
    let number = kind == .serverError ? call / FaultDice.burst : call
    return strikes(kind) { draw(kind, call: number) }
  }

  func strikes(_ kind: FaultKind, row id: String) -> Bool {
    strikes(kind) { draw(kind, text: id) }
  }

  func strikes(_ kind: FaultKind, tenant: TenantReference) -> Bool {
    strikes(kind) { draw(kind, tenant: tenant) }
  }

  private func strikes(_ kind: FaultKind, _ draw: () -> Hash) -> Bool {
    let share = faults[kind]
    return share > 0 && draw().fraction < share
  }

  /// What a fault that strikes is like.
  func draw(_ kind: FaultKind, call: UInt64) -> Hash { Hash(origin(kind), call) }

  func draw(_ kind: FaultKind, text: String) -> Hash {
    Hash(text.utf8.reduce(origin(kind)) { Hash($0, UInt64($1)).value })
  }

  func draw(_ kind: FaultKind, tenant: TenantReference) -> Hash {
    draw(kind, text: tenant.customerID + "/" + tenant.tenantID)
  }

  /// How many calls the `number`-th token is good for; nil where it is good for all of its time.
  func calls(ofToken number: UInt64) -> Int? {
    let share = faults[.expire]
    guard share > 0 else { return nil }
    let calls = (0.5 + draw(.expire, call: number).fraction) / share
    // A share of next to nothing asks for more calls than there are numbers.
    return calls < FaultDice.mostCalls ? max(1, Int(calls)) : nil
  }

  private func origin(_ kind: FaultKind) -> UInt64 {
    Hash(kind.rawValue.utf8.reduce(seed) { Hash($0, UInt64($1)).value }, 0xFA17).value
  }
}

extension SandboxConfiguration {
  /// Whether a fault that belongs to tenants strikes this one.
  public func strikes(_ kind: FaultKind, _ tenant: TenantReference) -> Bool {
    FaultDice(self).strikes(kind, tenant: tenant)
  }

  /// Whether a fault that belongs to rows strikes the one with this id.
  public func strikes(_ kind: FaultKind, rowID: String) -> Bool {
    FaultDice(self).strikes(kind, row: rowID)
  }
}
