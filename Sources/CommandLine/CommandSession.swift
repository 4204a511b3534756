import Elements
import ViewModels

/// What a command reads from and writes to.
public struct CommandSession {
  public let client: ElementsClient
  /// Stand in for the server's where the app registration may not list customers.
  let listed: [Customer]
  /// Tenants whose refusal is expected.
  let allowed: AllowedRefusals
  /// Thresholds of signals, and labelled networks.
  public let signals: SignalPreferences
  public let console: Console
  public let output: StandardOutput

  public init(
    client: ElementsClient, listed: [Customer], allowed: AllowedRefusals = AllowedRefusals(),
    signals: SignalPreferences = .none, console: Console,
    output: StandardOutput
  ) {
    self.client = client
    self.listed = listed
    self.allowed = allowed
    self.signals = signals
    self.console = console
    self.output = output
  }

  /// Names a tenant that failed. The command is a success all the same where its refusal is expected.
  func tell(_ error: ElementsError, of tenant: TenantIdentity) {
    let sentence = "\(tenant.label): \(error.sentence)"
    if allowed.covers(error, of: tenant) { console.note("\(sentence) (allowed)") } else { console.warn(sentence) }
  }

  /// Ends the command if nobody reads its output any more.
  func checkReader() throws(Ending) {
    if output.isClosed { throw .outputClosed }
  }

  /// Runs a command's body, and says why it ended before its time.
  public func status(of body: (CommandSession) async throws(Ending) -> Void) async -> ExitStatus {
    do throws(Ending) {
      try await body(self)
      return console.hasShortfall ? .partial : .done
    } catch {
      return console.report(error)
    }
  }
}
