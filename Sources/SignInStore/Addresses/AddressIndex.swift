import Elements
import SignInAnalysis

/// All addresses in what was read of all tenants of a fleet, kept up to date from what each page changes.
///
/// It counts, filters and sorts away from the main actor, one thing after the other, on snapshots. It exists only while
/// somebody looks at it: it begins with what was read, and goes with its owner.
@MainActor
public final class AddressIndex {
  /// Told when what was read has changed, so that a table made now may be another.
  public let changes = Observers<Void>()
  private let fleet: Fleet
  private let messages: AsyncStream<Message>.Continuation
  private var customers: [String: UInt32] = [:]
  /// What was counted is to be counted anew.
  private var isStale = true

  private enum Message: Sendable {
    case begin(FleetSnapshot, customers: [TenantNumber: UInt32])
    case add(Range<RowNumber>, tenant: TenantNumber, customer: UInt32, SignInSnapshot)
    case turn([(address: UInt32, isRisky: Bool)])
    case table(
      AddressOrder, Filter?, words: SignInSnapshot, texts: [TenantNumber: TenantTexts],
      CheckedContinuation<AddressTable, Never>)
  }

  public init(of fleet: Fleet) {
    self.fleet = fleet
    let (stream, continuation) = AsyncStream.makeStream(of: Message.self)
    messages = continuation
    Task.detached { await Self.work(on: stream) }
    fleet.tableChanges.add(self) { [weak self] in self?.tableChanged($0) }
  }

  deinit {
    messages.finish()
  }

  /// The addresses as they are now.
  /// - Parameters:
  ///   - filter: of `FilterList.addresses`.
  ///   - texts: of tenants, in which the filter looks.
  public func table(
    _ order: AddressOrder, filter: Filter? = nil, texts: [TenantNumber: TenantTexts] = [:]
  ) async -> AddressTable {
    guard let words = fleet.store(0)?.snapshot else { return AddressTable() }
    if isStale { begin() }
    return await withCheckedContinuation { answer in
      messages.yield(.table(order, filter, words: words, texts: texts, answer))
    }
  }

  // MARK: Following what is read

  private func begin() {
    let snapshot = fleet.snapshot
    messages.yield(
      .begin(snapshot, customers: Dictionary(uniqueKeysWithValues: snapshot.tenants.map { ($0, customer(of: $0)) })))
    isStale = false
  }

  private func customer(of tenant: TenantNumber) -> UInt32 {
    guard let id = fleet.store(tenant)?.tenant.customerID else { return .max }
    if let known = customers[id] { return known }
    let number = UInt32(customers.count)
    customers[id] = number
    return number
  }

  private func tableChanged(_ change: TableChange) {
    if !isStale { follow(change) }
    changes.tell(())
  }

  private func follow(_ change: TableChange) {
    guard !change.isForgotten, let table = fleet.store(change.tenant)?.snapshot, let turned = turned(change, in: table)
    else {
      isStale = true
      return
    }
    if !change.new.isEmpty {
      messages.yield(.add(change.new, tenant: change.tenant, customer: customer(of: change.tenant), table))
    }
    if !turned.isEmpty { messages.yield(.turn(turned)) }
  }

  /// Addresses whose sign-ins have turned; nil where rows have changed in more than that.
  private func turned(_ change: TableChange, in table: SignInSnapshot) -> [(address: UInt32, isRisky: Bool)]? {
    var turned: [(address: UInt32, isRisky: Bool)] = []
    for (row, former) in change.changed {
      let signIn = table[row]
      guard former.hasSameCounts(as: signIn) else { return nil }
      guard (former.isRisk == true) != (signIn.isRisk == true) else { continue }
      let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
      turned.append((table.chunks[chunk].addresses[offset], signIn.isRisk == true))
    }
    return turned
  }

  // MARK: Counting

  @concurrent private nonisolated static func work(on messages: AsyncStream<Message>) async {
    var tally = AddressTally()
    for await message in messages {
      switch message {
      case .begin(let snapshot, let customers):
        tally = AddressTally()
        for tenant in snapshot.tenants {
          guard let table = snapshot[tenant] else { continue }
          tally.add(0..<RowNumber(table.count), of: tenant, customer: customers[tenant] ?? .max, in: table)
        }
      case .add(let rows, let tenant, let customer, let table):
        tally.add(rows, of: tenant, customer: customer, in: table)
      case .turn(let turned):
        for (address, isRisky) in turned { tally.turn(address, isRisky: isRisky) }
      case .table(let order, let filter, let words, let texts, let answer):
        answer.resume(returning: AddressTable(tally, order: order, filter: filter, words: words, texts: texts))
      }
    }
  }
}

extension SignIn {
  /// Whether all that is counted by address is the same, but for the verdict.
  fileprivate func hasSameCounts(as other: SignIn) -> Bool {
    ip == other.ip && loginTime == other.loginTime && userID == other.userID && country == other.country
      && userDisplayName == other.userDisplayName && userPrincipalName == other.userPrincipalName
  }
}
