import Elements

/// What a command reads from and writes to.
public struct CommandSession {
  public let client: ElementsClient
  /// Stand in for the server's where the app registration may not list customers.
  let listed: [Customer]
  public let console: Console
  public let output: StandardOutput

  public init(client: ElementsClient, listed: [Customer], console: Console, output: StandardOutput) {
    self.client = client
    self.listed = listed
    self.console = console
    self.output = output
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
