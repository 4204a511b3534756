/// Exit statuses, after `sysexits.h`.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  /// The command line is wrong.
  case usage = 64
  /// The server's answer could not be understood.
  case notUnderstood = 65
  /// No such customer or tenant.
  case notFound = 66
  /// Unreachable, or still failing after the last try.
  case unavailable = 69
  /// Standard output can't be written, as on a full disk.
  case outputFailed = 74
  /// Some tenants failed or some rows could not be read or proven; the rest was written.
  case partial = 75
  /// Refused: token or permission.
  case refused = 77
  /// The configuration can't be used.
  case configuration = 78
}

extension ExitStatus {
  /// For the manual.
  public var meaning: String {
    switch self {
    case .done: "done; left with q or ^C; nobody reads the output any more"
    case .usage: "the command line or the filter is wrong, a name is ambiguous, or the dashboard has no terminal"
    case .notUnderstood: "the server's answer could not be understood"
    case .notFound: "no such customer or tenant"
    case .unavailable: "unreachable, at another address than the API's, or still failing after the last try"
    case .outputFailed: "standard output can't be written"
    case .partial: "some tenants failed, or some rows could not be read or proven; the rest was written"
    case .refused: "refused: the token, or a permission"
    case .configuration: "the configuration or the terminal can't be used"
    }
  }
}
