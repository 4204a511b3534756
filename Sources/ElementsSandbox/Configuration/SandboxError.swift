/// Why a sandbox does not run.
public enum SandboxError: Error, Hashable, Sendable {
  /// The port is outside 0...65535.
  case noSuchPort(Int)
  /// Another program listens there.
  case portTaken(Int)
  /// The system refuses the port to this user, as it does below 1024.
  case portForbidden(Int)
  /// Anything else; `cause` is the system's own phrase.
  case failed(cause: String)
}
