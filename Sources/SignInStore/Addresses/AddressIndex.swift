import Elements
import SignInAnalysis

/// All addresses in what was read of all tenants of a fleet, kept up to date from what each page changes.
///
/// A page costs the main actor what the page brings: its addresses are noted. They are counted anew, filtered and
/// sorted away from the main actor when somebody asks for a table.
@MainActor
public final class AddressIndex {
  /// Told when what was read has changed, so that a table made now may be another.
  public let changes = Observers<Void>()
  private let fleet: Fleet
  private let questions: AsyncStream<Question>.Continuation
  private var customers: [String: UInt32] = [:]
  /// To be counted anew; nil for all.
  private var stale: Set<UInt32>?

  private struct Question: Sendable {
    let stale: Set<UInt32>?
    let snapshot: FleetSnapshot
    let customers: [TenantNumber: UInt32]
    let order: AddressOrder
    let filter: Filter?
    let texts: [TenantNumber: TenantTexts]
    let answer: CheckedContinuation<AddressTable, Never>
  }

  public init(of fleet: Fleet) {
    self.fleet = fleet
    let (stream, continuation) = AsyncStream.makeStream(of: Question.self)
    questions = continuation
    Task.detached { await Self.answer(stream) }
    fleet.tableChanges.add(self) { [weak self] in self?.tableChanged($0) }
  }

  deinit {
    questions.finish()
  }

  /// The addresses as they are now.
  /// - Parameters:
  ///   - filter: of `FilterList.addresses`.
  ///   - texts: of tenants, in which the filter looks.
  public func table(
    _ order: AddressOrder, filter: Filter? = nil, texts: [TenantNumber: TenantTexts] = [:]
  ) async -> AddressTable {
    let (snapshot, stale) = (fleet.snapshot, stale)
    self.stale = []
    let customers = Dictionary(uniqueKeysWithValues: snapshot.tenants.map { ($0, customer(of: $0)) })
    return await withCheckedContinuation { answer in
      questions.yield(
        Question(
          stale: stale, snapshot: snapshot, customers: customers, order: order, filter: filter, texts: texts,
          answer: answer))
    }
  }

  private func customer(of tenant: TenantNumber) -> UInt32 {
    guard let id = fleet.store(tenant)?.tenant.customerID else { return .max }
    if let known = customers[id] { return known }
    let number = UInt32(customers.count)
    customers[id] = number
    return number
  }

  private func tableChanged(_ change: TableChange) {
    note(change)
    changes.tell(())
  }

  private func note(_ change: TableChange) {
    guard stale != nil else { return }
    let isSame = change.changed.allSatisfy { row, former in
      former.ip == fleet.store(change.tenant)?.table.signIn(at: row)?.ip
    }
    guard !change.isForgotten, isSame, let table = fleet.store(change.tenant)?.snapshot else {
      stale = nil
      return
    }
    for row in Array(change.new) + change.changed.keys { stale?.insert(table.addressNumber(of: row)) }
  }

  @concurrent private nonisolated static func answer(_ questions: AsyncStream<Question>) async {
    var tally = AddressTally()
    for await question in questions {
      if question.stale?.isEmpty != true {
        tally.recount(question.stale, in: question.snapshot, customers: question.customers)
      }
      question.answer.resume(
        returning: AddressTable(
          tally, in: question.snapshot, order: question.order, filter: question.filter, texts: question.texts))
    }
  }
}
