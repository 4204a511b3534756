import ArgumentParser
import CommandLine
import Elements
import Reports
import Settings
import SignInAnalysis
import ViewModels

/// Sign-ins of one tenant or of all.
struct SignInsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signins",
    abstract: "Write sign-ins, of one tenant or of all, as they are read.",
    discussion: """
      The API can't search or sort: everything but --risky is done here, on the pages
      that were read. --limit, --since and since: in a filter end the reading early.

        risktop signins --tenant contoso.onmicrosoft.com --risky --limit 20
        risktop signins --all --sort time --filter 'since:24h country:NG,RU'

      A filter has terms, separated by spaces, which must all hold: a word, or user:
      upn: country: city: place: ip: net: risky: is: since: until: hour: signal:
      severity:, and with --all customer: tenant:. a,b means either, -term means
      without; also: or, not, ( ).
      """)

  @OptionGroup(title: "Tenant options")
  var tenants: TenantOptions

  @Flag(help: "Only risky sign-ins; your workflows decide which are.")
  var risky = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only those that match the filter, such as '-country:US since:24h'.", valueName: "query"))
  var filter: String?

  @Option(
    help: ArgumentHelp("Only those from this time on, such as 24h, 7d, today or 2026-11-01 (UTC).", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("Write at most this many, over all tenants.", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp("time: newest first over all tenants; says where the order is unproven.", valueName: "key"))
  var sort: SortKey?

  @Flag(
    help: """
      Write the signals of each: what speaks for trouble, and what against. Reads 14 days further back \
      than it writes, before the first line.
      """)
  var signals = false

  @Flag(help: "Read each list to its end, even if its older pages can be skipped.")
  var exhaustive = false

  @Flag(
    help: "Read each list twice and compare. Needed only if the server removes rows from the middle of a list.")
  var verify = false

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  enum SortKey: String, ExpressibleByArgument, CaseIterable {
    case time
  }

  func validate() throws {
    guard !signals || !verify else { throw ValidationError("--signals can't be combined with --verify.") }
    guard limit ?? 1 > 0 else { throw ValidationError("--limit must be at least 1.") }
    guard !verify || limit == nil && sort == nil else {
      throw ValidationError("--verify reads whole lists: it can't be combined with --limit or --sort.")
    }
  }

  func run() async throws {
    if signals || asksForSignals { return try await writeSignals() }
    try await CommandSession.run(account, allowing: tenants.allowed) { session throws(Ending) in
      let selection = try selection(session)
      var sink = try ReportSink(session, output.choice, columns: SignInRecord.columns(hasTenant: tenants.all))
      if let query = tenants.query {
        let tenant = try await session.tenant(query)
        var reading = SignInsReading(session: session, selection: selection, isSorted: sort == .time, sink: sink)
        return try await reading.read(tenant)
      }
      let all = try await session.allTenants()
      if sort == .time, selection.isExhaustive {
        var all = SignInCollection(SignInSweep(all, selection, session: session))
        try await all.read()
        try all.writeInOrder(limit, into: &sink)
        try sink.finish()
      } else if sort == .time {
        var merge = SignInMerge(all, selection, session: session, sink: sink)
        try await merge.write()
      } else {
        var reading = SignInsReading(session: session, selection: selection, isSorted: false, sink: sink)
        try await reading.readAll(all)
      }
    }
  }

  private func writeSignals() async throws {
    try await CommandSession.run(account, allowing: tenants.allowed) { session throws(Ending) in
      var sink = try ReportSink(session, output.choice, columns: JudgedSignInRecord.columns(hasTenant: tenants.all))
      let report = SignalReport(
        filter: try filterInForce(), isRiskyOnly: risky, limit: limit, now: Timestamp.now ?? .earliest)
      let selection = try report.selection(isOfAllTenants: tenants.all, isExhaustive: exhaustive)
      var collection = SignInCollection(try await tenants.sweep(selection, session))
      try await collection.read()
      try collection.writeJudged(report, session.signals, into: &sink)
      try sink.finish()
      if !tenants.all { session.console.note("cross-tenant takes other tenants too: --all judges it") }
    }
  }

  /// Whether the filter can only be judged with signals. One that can't be read is refused later.
  private var asksForSignals: Bool { (try? filterInForce())?.dependsOnSignals ?? false }

  private func filterInForce() throws(Ending) -> Filter? {
    try Filter.ofSignIns(filter, since: since, tenants.all ? .signInsOfAllTenants : .signIns)
  }

  private func selection(_ session: CommandSession) throws(Ending) -> SignInSelection {
    SignInSelection(
      scope: risky ? .risky : .all, isOfAllTenants: tenants.all,
      filter: try filterInForce(),
      networks: session.signals.networks, limit: limit,
      isExhaustive: exhaustive || verify, isVerified: verify)
  }
}
