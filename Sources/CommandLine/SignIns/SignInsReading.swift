import Elements
import Reports
import SignInStore
import ViewModels

/// Reads the sign-ins of one tenant after the other and writes them as they come.
public struct SignInsReading {
  let session: CommandSession
  let selection: SignInSelection
  /// Whether tenants are named whose order is not that of time.
  let isSorted: Bool
  var sink: ReportSink<SignInRecord>
  /// Tenants that were not read to their end.
  private var assumptions = 0

  public init(session: CommandSession, selection: SignInSelection, isSorted: Bool, sink: ReportSink<SignInRecord>) {
    self.session = session
    self.selection = selection
    self.isSorted = isSorted
    self.sink = sink
  }

  private var remaining: Int { (selection.limit ?? .max) - sink.count }

  /// Reads one tenant. Its failure ends the command, after what was read is written.
  public mutating func read(_ tenant: TenantIdentity) async throws(Ending) {
    let failure = try await write(tenant)
    if failure == nil || sink.count > 0 { try sink.finish() }
    if let failure { throw Ending(failure) }
  }

  /// All tenants; those that fail are named.
  public mutating func readAll(_ tenants: [TenantIdentity]) async throws(Ending) {
    for (place, tenant) in tenants.enumerated() where remaining > 0 {
      let others = "tenant \((place + 1).grouped) of \(tenants.count.grouped)"
      if let failure = try await write(tenant, progress: others) {
        session.tell(failure, of: tenant)
      }
    }
    session.console.say(assumptions: assumptions)
    try sink.finish()
  }

  /// - Returns: why it was not read to its end.
  private mutating func write(_ tenant: TenantIdentity, progress: String? = nil) async throws(Ending) -> ElementsError?
  {
    var stream = SignInStream(
      of: tenant, selection, limit: selection.limit.map { _ in remaining }, pagesAhead: selection.pagesAhead,
      client: session.client)
    var failure: ElementsError?
    while remaining > 0, let signIns = await stream.next(failure: &failure) {
      try sink.checkReader()
      try sink.write(stream.records(signIns.prefix(remaining)))
      session.console.show(progress: [stream.progress, progress].compactMap(\.self).joined(separator: " · "))
    }
    session.console.say(about: stream, isNamed: progress != nil, isSorted: isSorted)
    if stream.assumption != nil { assumptions += 1 }
    return failure
  }
}

extension Console {
  /// Says for how many tenants older pages were skipped.
  func say(assumptions count: Int) {
    guard count > 0 else { return }
    note(
      "older pages of \(count.counted("tenant")) skipped: the \(count == 1 ? "list looks" : "lists look") newest first "
        + "(--exhaustive reads them)"
    )
  }

  /// Says what is missing from a tenant's sign-ins, and what their order or end rests on.
  func say(about stream: SignInStream, isNamed: Bool, isSorted: Bool) {
    let name = isNamed ? "\(stream.tenant.label): " : ""
    for sentence in stream.shortfalls { warn(name + sentence) }
    if let lateness = stream.lateness { note(name + lateness) }
    if let unsearched = stream.unsearched { warn(name + unsearched) }
    // For many tenants there is one line for all of them.
    if !isNamed, let assumption = stream.assumption { note(assumption) }
    if isSorted, !stream.order.holds {
      note(name + "the server's list was not newest first: the order is unproven")
    }
  }
}
