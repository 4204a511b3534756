import Elements
import Reports
import SignInAnalysis
import SignInStore
import ViewModels

/// The action counts of all tenants: asked for as soon as their customers are known, written in the customers' order.
public struct ActionsOfAll {
  let session: CommandSession
  let type: ActionType?
  let selection: TenantSelection

  public init(session: CommandSession, type: ActionType?, selection: TenantSelection = TenantSelection()) {
    self.session = session
    self.type = type
    self.selection = selection
  }

  private enum Answer: Sendable {
    case customers(CustomerReader, Result<[Customer]?, ElementsError>)
    case counts(Int, Result<ActionsRecord, ElementsError>)
  }

  /// What is known so far.
  private struct State {
    var tenants: [CountedTenant] = []
    /// Decides which tenants are written; nil for all.
    var matcher: RecordMatcher?
    /// Records that are sorted after the last one came.
    var unsorted: [ActionsRecord] = []
    /// By the tenant's place; those that were written are gone.
    var answers: [Int: Result<ActionsRecord, ElementsError>] = [:]
    var written = 0
    var answered = 0
  }

  /// Writes what can be had, and names the tenants that failed.
  public func read(into sink: inout ReportSink<ActionsRecord>) async throws(Ending) {
    // The closure of a task group can't capture an inout argument, and has no typed throws.
    var (taken, ending) = (sink, Ending?.none)
    await withTaskGroup(of: Answer.self) { group in
      do throws(Ending) {
        try await read(in: &group, into: &taken)
      } catch {
        ending = error
        group.cancelAll()
      }
    }
    sink = taken
    if let ending { throw ending }
  }

  private func read(
    in group: inout TaskGroup<Answer>, into sink: inout ReportSink<ActionsRecord>
  ) async throws(Ending) {
    var state = State(matcher: selection.filter.map { RecordMatcher($0) })
    addCustomers(CustomerReader(client: session.client, listed: session.listed), to: &group)
    while let answer = await group.next() {
      switch answer {
      case .customers(let reader, let result): try take(result, reader, &state, &group)
      case .counts(let place, let result):
        state.answers[place] = result
        state.answered += 1
        try write(&state, into: &sink)
      }
    }
    if let order = selection.order { try sink.write(order.sorted(state.unsorted)) }
  }

  private func take(
    _ result: Result<[Customer]?, ElementsError>, _ reader: CustomerReader, _ state: inout State,
    _ group: inout TaskGroup<Answer>
  ) throws(Ending) {
    switch result {
    case .failure(let error):
      guard reader.count > 0 else { throw Ending(error) }
      session.console.warn(error.sentence)
    case .success(nil): session.console.warn(about: reader)
    case .success(let customers?):
      addCustomers(reader, to: &group)
      for tenant in customers.flatMap(CountedTenant.all) where state.matcher?.verdict(on: tenant) != .fails {
        addCounts(of: tenant.identity, at: state.tenants.count, to: &group)
        state.tenants.append(tenant)
      }
    }
  }

  private func addCustomers(_ reader: CustomerReader, to group: inout TaskGroup<Answer>) {
    group.addTask {
      var reader = reader
      do throws(ElementsError) {
        let customers = try await reader.next()
        return .customers(reader, .success(customers))
      } catch {
        return .customers(reader, .failure(error))
      }
    }
  }

  private func addCounts(of tenant: TenantIdentity, at place: Int, to group: inout TaskGroup<Answer>) {
    let (client, type) = (session.client, type)
    group.addTask {
      do throws(ElementsError) {
        return .counts(place, .success(try await client.actions(of: tenant, type)))
      } catch {
        return .counts(place, .failure(error))
      }
    }
  }

  /// Writes the tenants that no other comes before.
  private func write(_ state: inout State, into sink: inout ReportSink<ActionsRecord>) throws(Ending) {
    var records: [ActionsRecord] = []
    while let answer = state.answers.removeValue(forKey: state.written) {
      var tenant = state.tenants[state.written]
      state.written += 1
      switch answer {
      case .failure(let error): session.tell(error, of: tenant.identity)
      case .success(let record):
        tenant.counts = record.counts
        if state.matcher?.verdict(on: tenant) ?? .holds == .holds { records.append(record) }
      }
    }
    if selection.order == nil { try sink.write(records) } else { state.unsorted += records }
    session.console.show(progress: "\(state.answered.grouped) of \(state.tenants.count.grouped) tenants")
  }
}

extension TenantSelection.Order {
  fileprivate func sorted(_ records: [ActionsRecord]) -> [ActionsRecord] {
    sorted(records) {
      [$0.origin.customerName ?? "", $0.origin.tenantName ?? ""]
    } counts: {
      $0.counts
    }
  }
}

extension CountedTenant {
  /// A customer's tenants, in the customer's order.
  fileprivate static func all(of customer: Customer) -> [CountedTenant] {
    TenantIdentity.all(of: customer).map { CountedTenant(identity: $0, country: customer.countryOrRegion) }
  }
}

extension ElementsClient {
  /// A tenant's counts; one that was not asked for is missing, whatever the server sends in its place.
  fileprivate func actions(of tenant: TenantIdentity, _ type: ActionType?) async throws(ElementsError) -> ActionsRecord
  {
    let counts = try await actionCounts(tenant.reference, type, .overview)
    let asked = ActionCounts(
      risky: type == .normal ? nil : counts.risky, normal: type == .risky ? nil : counts.normal)
    return ActionsRecord(asked, in: RecordOrigin(tenant))
  }
}

extension CommandSession {
  public func actions(of tenant: TenantIdentity, _ type: ActionType?) async throws(Ending) -> ActionsRecord {
    do throws(ElementsError) {
      return try await client.actions(of: tenant, type)
    } catch {
      throw Ending(error)
    }
  }
}
