import Elements
import Reports
import SignInAnalysis
import SignInStore
import ViewModels

/// All tenants with their action counts: asked for as soon as their customers are known, written in the customers'
/// order.
struct CountsOfAll<Record: ReportRecord> {
  let session: CommandSession
  /// Nil for both counts.
  var type: ActionType?
  let selection: TenantSelection
  /// What is written of a tenant; nil for nothing.
  let record: (CountedTenant) -> Record?

  private enum Answer: Sendable {
    case customers(CustomerReader, Result<[Customer]?, ElementsError>)
    case counts(Int, Result<ActionCounts, ElementsError>)
  }

  /// What is known so far.
  private struct State {
    var tenants: [CountedTenant] = []
    /// Decides which tenants are written; nil for all.
    var matcher: RecordMatcher?
    /// Those that are sorted after the last one came.
    var unsorted: [CountedTenant] = []
    /// By the tenant's place, nil for a customer without tenants; those that were written are gone.
    var answers: [Int: Result<ActionCounts?, ElementsError>] = [:]
    var written = 0
    var answered = 0
  }

  /// Writes what can be had, and names the tenants that failed.
  func read(into sink: inout ReportSink<Record>) async throws(Ending) {
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
    in group: inout TaskGroup<Answer>, into sink: inout ReportSink<Record>
  ) async throws(Ending) {
    var state = State(matcher: selection.filter.map { RecordMatcher($0) })
    addCustomers(CustomerReader(client: session.client, listed: session.listed), to: &group)
    while let answer = await group.next() {
      switch answer {
      case .customers(let reader, let result): try take(result, reader, &state, &group)
      case .counts(let place, let result):
        state.answers[place] = result.map(\.self)
        state.answered += 1
        try write(&state, into: &sink)
      }
    }
    if let order = selection.order { try sink.write(order.sorted(state.unsorted).compactMap(record)) }
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
        if let identity = tenant.identity {
          addCounts(of: identity, at: state.tenants.count, to: &group)
        } else {
          state.answers[state.tenants.count] = .success(nil)
          state.answered += 1
        }
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
  private func write(_ state: inout State, into sink: inout ReportSink<Record>) throws(Ending) {
    var wanted: [CountedTenant] = []
    while let answer = state.answers.removeValue(forKey: state.written) {
      var tenant = state.tenants[state.written]
      state.written += 1
      switch answer {
      case .failure(let error):
        if let identity = tenant.identity { session.tell(error, of: identity) }
      case .success(let counts): tenant.counts = counts
      }
      if state.matcher?.verdict(on: tenant) ?? .holds == .holds { wanted.append(tenant) }
    }
    if selection.order == nil { try sink.write(wanted.compactMap(record)) } else { state.unsorted += wanted }
    session.console.show(progress: "\(state.answered.grouped) of \(state.tenants.count.grouped) tenants")
  }
}

extension ElementsClient {
  /// A tenant's counts; one that was not asked for is missing, whatever the server sends in its place.
  fileprivate func actions(of tenant: TenantIdentity, _ type: ActionType?) async throws(ElementsError) -> ActionCounts {
    let counts = try await actionCounts(tenant.reference, type, .overview)
    return ActionCounts(
      risky: type == .normal ? nil : counts.risky, normal: type == .risky ? nil : counts.normal)
  }
}

extension CommandSession {
  /// Writes a tenant's counts.
  public func writeActions(
    of tenant: TenantIdentity, _ type: ActionType?, into sink: inout ReportSink<ActionsRecord>
  ) async throws(Ending) {
    let counts: ActionCounts
    do throws(ElementsError) {
      counts = try await client.actions(of: tenant, type)
    } catch {
      throw Ending(error)
    }
    try sink.write([ActionsRecord(counts, in: RecordOrigin(tenant))])
  }

  /// Writes the counts of all tenants that can be had, and names those that failed.
  public func writeActions(
    _ type: ActionType?, _ selection: TenantSelection, into sink: inout ReportSink<ActionsRecord>
  ) async throws(Ending) {
    let all = CountsOfAll(session: self, type: type, selection: selection) { tenant in
      guard let identity = tenant.identity, let counts = tenant.counts else { return ActionsRecord?.none }
      return ActionsRecord(counts, in: RecordOrigin(identity))
    }
    try await all.read(into: &sink)
  }
}
