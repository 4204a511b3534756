import SignInAnalysis

/// Sign-ins that are copied as a table.
public struct CopiedSignIns: Hashable, Sendable {
  public let signIns: [HandedSignIn]
  /// They may be of several tenants, which a column names.
  public let hasTenants: Bool
  /// Times are shown in this machine's zone.
  public let isLocal: Bool
}
