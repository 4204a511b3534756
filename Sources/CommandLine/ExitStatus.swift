/// Exit statuses, after `sysexits.h`.
public enum ExitStatus: Int32, Sendable {
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
