import ArgumentParser
import CommandLine
import Elements
import Reports
import Settings
import SignInAnalysis

/// Sign-ins of one tenant or of all.
struct SignInsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signins",
    abstract: "Write sign-ins, of one tenant or of all, as they are read.",
    discussion: """
      The API can neither search nor sort: all but --risky is done here, over every
      page that has to be read for it. --limit, and since: in a filter, end it early.

        risktop signins --tenant contoso.onmicrosoft.com --risky --limit 20
        risktop signins --all --sort time --filter 'since:24h country:NG,RU'

      A filter's terms must all hold: user: upn: country: city: place: ip: risky: is:
      since: until: hour:, with --all also customer: and tenant:, or a word for any
      text. a,b is either, -term or not term is without it; or and ( ) go as well.
      """)

  @OptionGroup(title: "Tenant options")
  var tenants: TenantOptions

  @Flag(help: "Only those that the server calls risky.")
  var risky = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only those that the filter holds for, such as '-country:US since:24h'.", valueName: "query"))
  var filter: String?

  @Option(help: ArgumentHelp("The most to write, of all tenants together.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("time: newest first over all tenants, and say where that is unproven.", valueName: "key"))
  var sort: SortKey?

  @Flag(help: "Read each list to its end: since: ends none early by assuming that the newest come first.")
  var exhaustive = false

  @Flag(
    help: "Read each list twice and compare. Once is enough unless the server takes rows out of the middle of a list.")
  var verify = false

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  enum SortKey: String, ExpressibleByArgument, CaseIterable {
    case time
  }

  func validate() throws {
    guard limit ?? 1 > 0 else { throw ValidationError("--limit takes a number of at least 1.") }
    guard !verify || limit == nil && sort == nil else {
      throw ValidationError("--verify reads whole lists: it does not go with --limit or --sort.")
    }
  }

  func run() async throws {
    try await CommandSession.run(account) { session throws(Ending) in
      let selection = try selection()
      let sink = ReportSink(session, output.choice, columns: SignInRecord.columns(hasTenant: tenants.all))
      if let query = tenants.query {
        let tenant = try await session.tenant(query)
        var reading = SignInsReading(session: session, selection: selection, isSorted: sort == .time, sink: sink)
        return try await reading.read(tenant)
      }
      let all = try await session.allTenants()
      if sort == .time {
        var merge = SignInMerge(all, selection, session: session, sink: sink)
        try await merge.write()
      } else {
        var reading = SignInsReading(session: session, selection: selection, isSorted: false, sink: sink)
        try await reading.readAll(all)
      }
    }
  }

  private func selection() throws(Ending) -> SignInSelection {
    SignInSelection(
      scope: risky ? .risky : .all, isOfAllTenants: tenants.all, filter: try parsedFilter(), limit: limit,
      isExhaustive: exhaustive || verify, isVerified: verify)
  }

  private func parsedFilter() throws(Ending) -> Filter? {
    guard let filter, let now = Timestamp.now else { return nil }
    do throws(Complaint) {
      let filter = try Filter(option: filter, of: tenants.all ? .signInsOfAllTenants : .signIns, now: now)
      return filter.isEmpty ? nil : filter
    } catch {
      throw .complaint(error)
    }
  }
}
