import ArgumentParser
import CommandLine
import Elements
import Settings
import SignInAnalysis
import ViewModels

/// Which sign-ins are read for a report that is made of all of them.
struct ReadingOptions: ParsableArguments {
  @Flag(help: "Only risky sign-ins; your workflows decide which are.")
  var risky = false

  @Option(
    help: ArgumentHelp("Only those from this time on, such as 24h, 7d, today or 2026-11-01 (UTC).", valueName: "time"))
  var since: String?

  @Flag(help: "Read each list to its end, even if its older pages can be skipped.")
  var exhaustive = false

  /// - Parameter filter: which of the sign-ins are wanted besides; nil for all.
  func selection(_ filter: String?, _ session: CommandSession) throws(Ending) -> SignInSelection {
    let asked = try Filter.ofSignIns(filter, since: since, .signInsOfAllTenants)
    guard asked?.dependsOnSignals != true else {
      throw .complaint(
        Complaint(
          status: .usage,
          text: "--filter: signals are judged by signins alone, such as: risktop signins --filter 'severity:high'"))
    }
    return SignInSelection(
      scope: risky ? .risky : .all, isOfAllTenants: true, filter: asked, networks: session.signals.networks,
      isExhaustive: exhaustive)
  }
}

extension TenantOptions {
  /// The sign-ins of the tenants that are named, to be read.
  func sweep(_ selection: SignInSelection, _ session: CommandSession) async throws(Ending) -> SignInSweep {
    guard let query else { return SignInSweep(try await session.allTenants(), selection, session: session) }
    return SignInSweep([try await session.tenant(query)], selection, session: session, isNamed: false)
  }
}
