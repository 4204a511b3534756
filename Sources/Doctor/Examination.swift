import CommandLine
import Elements
import ElementsHTTP
import Settings
import ViewModels

/// Checks everything that a run needs, in the order in which a run needs it.
///
/// What can't be checked because something before it failed is skipped and named.
@MainActor
public final class Examination {
  public private(set) var findings: [Finding] = []
  private let tell: (Finding) -> Void

  /// - Parameter tell: is called with each finding at once.
  public init(tell: @escaping (Finding) -> Void) {
    self.tell = tell
  }

  /// Of the first check that failed.
  public var status: ExitStatus {
    findings.first { $0.verdict == .failed }?.status ?? .done
  }

  public func add(_ finding: Finding) {
    findings.append(finding)
    tell(finding)
  }

  public func run(_ flags: SettingFlags, environment: EnvironmentVariables) async {
    guard let settings = settings(flags, environment) else { return skip(["credential"] + Self.networkChecks) }
    for finding in FilePermissions(settings).findings { add(finding) }
    var accounts: [(way: CredentialSource.Way, account: Account)] = []
    for way in CredentialSource(settings).ways {
      if let account = await account(settings, way) { accounts.append((way, account)) }
    }
    if CredentialSource(settings).ways.isEmpty { fail("credential", settings.incomplete) }
    guard let first = accounts.first else { return skip(Self.networkChecks) }
    let connection = ConnectionExamination(first.account)
    guard await connection.run(self) else {
      await connection.end()
      return skip(["token", "customers", "sign-ins"])
    }
    await connection.end()
    await ServiceExamination(accounts).run(self)
  }

  private static let networkChecks = ["names", "connection", "token", "customers", "sign-ins"]

  func skip(_ checks: [String]) {
    for check in checks { add(.skipped(check, "not tried: something it needs has failed")) }
  }

  func fail(_ check: String, _ error: SettingsError) {
    let lines = error.text.split(separator: "\n", maxSplits: 1).map(String.init)
    add(.failed(check, lines.first ?? "", lines.dropFirst().first, .configuration))
  }

  private func settings(_ flags: SettingFlags, _ environment: EnvironmentVariables) -> SettingsInForce? {
    do throws(SettingsError) {
      let settings = try SettingsInForce(flags, environment: environment)
      _ = try settings.clientID
      // Everything but the credential, which is looked at by itself.
      _ = try Account(settings, .secret(Secret("none")))
      _ = try settings.ticketText
      let profile = settings.profile.map { "profile \"\($0.name)\" of \(settings.file?.path ?? "")" }
      add(.ok("configuration", profile ?? "the environment and flags; no profile"))
      return settings
    } catch {
      fail("configuration", error)
      return nil
    }
  }

  /// The account with one of its credentials; adds what was found about it.
  private func account(_ settings: SettingsInForce, _ way: CredentialSource.Way) async -> Account? {
    do throws(SettingsError) {
      let credential = try await CredentialSource(settings).credential(by: way)
      let account = try Account(settings, credential)
      add(CredentialCheck(way, credential, now: Timestamp.now).finding)
      return account
    } catch {
      fail("credential", error)
      return nil
    }
  }
}
