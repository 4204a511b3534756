import ArgumentParser
import CommandLine
import Elements
import Reports
import Settings
import SignInAnalysis

/// How many sign-ins there are of each user, address or other value.
struct TallyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Count sign-ins by user, address, network, country, city, hour or tenant.",
    discussion: """
      Reads the sign-ins of all the tenants named, back to --since, before the first
      line is written. Two fields count each pair of values. Hours are UTC.

        risktop tally --by ip --all --risky --since 24h
        risktop tally --by ip,user --tenant contoso --filter 'country:NG'

      stayed is how many users signed in there at least twice within 12 h, 30 min or
      more apart: a hint that somebody got in, no proof.
      """)

  @Option(
    help: ArgumentHelp(
      "user, ip, network, country, city, hour or tenant; two of them, with a comma between, count pairs.",
      valueName: "fields"), transform: TallyCommand.fields)
  var by: [TallyField]

  @OptionGroup(title: "Tenant options")
  var tenants: TenantOptions

  @OptionGroup(title: "Reading options")
  var reading: ReadingOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only sign-ins that match the filter, as in signins.", valueName: "query"))
  var filter: String?

  @Option(help: ArgumentHelp("Most or latest first; values upwards. (default: count)", valueName: "key"))
  var sort = SortKey.count

  @Option(help: ArgumentHelp("Write at most this many.", valueName: "n"))
  var limit: Int?

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  enum SortKey: String, ExpressibleByArgument, CaseIterable {
    case value, count, users, risky, stayed, first, last
  }

  func validate() throws {
    guard limit ?? 1 > 0 else { throw ValidationError("--limit must be at least 1.") }
    try output.validate(noEvents: "tallies")
  }

  func run() async throws {
    try await CommandSession.run(account, allowing: tenants.allowed) { session throws(Ending) in
      var sink = try ReportSink(session, output.choice, columns: TallyRecord.columns(by: by))
      var sweep = try await tenants.sweep(try reading.selection(filter, session), session)
      try await sweep.writeTally(
        TallySelection(by: by, order: TallyOrder(sort.column), limit: limit), into: &sink)
      try sink.finish()
    }
  }

  @Sendable private static func fields(_ text: String) throws -> [TallyField] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let fields = try names.map { name in
      guard let field = TallyField(rawValue: name.lowercased()) else {
        let known = TallyField.allCases.map(\.rawValue)
        let hint = NearestName.hint(name, known)
        throw ValidationError(
          "--by: no field \"\(name)\"\(hint); it is one or two of: \(known.joined(separator: ", "))")
      }
      return field
    }
    guard (1...2).contains(fields.count), Set(fields).count == fields.count else {
      throw ValidationError("--by takes one field, or two different ones with a comma between.")
    }
    return fields
  }
}

extension TallyCommand.SortKey {
  fileprivate var column: TallyColumn {
    switch self {
    case .value: .value
    case .count: .signIns
    case .users: .users
    case .risky: .risky
    case .stayed: .stayed
    case .first: .first
    case .last: .last
    }
  }
}
