/// `silent-tenant`: a tenant's newest sign-in is older than twice the longest pause that touched this hour of the week,
/// in 14 days that are read. About the tenant. Medium.
///
/// Ours: a source that went blind looks calm. How long nothing came is told up to when the newest sign-ins were read:
/// what came since nobody knows. Hours of the week are UTC; a pause shorter than an hour counts as one.
public struct SilentTenantRule: Hashable, Sendable {
  public var isEnabled = true
  public var baselineDays = 14.0
  /// As many times the longest pause.
  public var times = 2.0

  public init() {}

  /// - Parameter now: when the newest sign-ins were read.
  func find(_ hours: HoursSeen, now: Int64, since: Int64?) -> Silence? {
    guard let since, let last = hours.last, last <= now, now - since >= SignalTime.days(baselineDays) else {
      return nil
    }
    let lasted = now - last
    let longest = hours.longestPause(touching: now, since: since)
    guard Double(lasted) > times * Double(longest) else { return nil }
    return Silence(last: last, lasted: lasted, longest: longest)
  }
}
