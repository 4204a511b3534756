/// `late-risk`: read as not risky, and later as risky. Medium.
///
/// After the API's description: a verdict may come up to 48 h after the sign-in.
public struct LateRiskRule: Hashable, Sendable {
  public var isEnabled = true

  public init() {}

  func find(_ row: SignalRow, wasNotRisky: Bool) -> SignalHit? {
    wasNotRisky && row.isRisky ? SignalHit(.lateRisk, at: row) : nil
  }

  func judge(in standing: TenantStanding) -> SignalVerdict {
    SignalVerdict(.medium, doubts: [standing.flagDoubt])
  }
}
