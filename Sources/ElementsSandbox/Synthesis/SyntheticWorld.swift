import Elements

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All made-up customers and tenants of a sandbox; it holds their ids and makes the rest when asked.
public struct SyntheticWorld: Sendable {
  private let plans: [CustomerPlan]
  private let numbers: [String: Int]
  private let arrivalsPerMinute: Double
  private let lateRisk: Duration?
  /// In ticks.
  private let start: Int64

  public init(_ configuration: SandboxConfiguration) {
    plans = (0..<max(0, configuration.customers)).map { CustomerPlan(number: $0, configuration: configuration) }
    numbers = Dictionary(plans.enumerated().map { ($1.customer.id, $0) }, uniquingKeysWith: { first, _ in first })
    arrivalsPerMinute = configuration.arrivalsPerMinute
    lateRisk = configuration.lateRisk
    start = SyntheticWorld.start(configuration.now)
  }

  /// Every customer in the API's order.
  public var customers: [Customer] { plans.map(\.customer) }

  public func customer(_ id: String) -> Customer? {
    numbers[id].map { plans[$0].customer }
  }

  /// Nil where there is no such customer or it has no such tenant. Making one takes time in proportion to its sign-ins,
  /// about a millisecond for a million.
  public func tenant(_ reference: TenantReference) -> SyntheticTenant? {
    guard let number = numbers[reference.customerID],
      let plan = plans[number].tenants.first(where: { $0.tenant.id == reference.tenantID })
    else { return nil }
    return SyntheticTenant(plan, start: start, arrivalsPerMinute: arrivalsPerMinute, lateRisk: lateRisk)
  }

  /// The sign-ins reach a month back, so the earliest start is a little after the calendar's.
  private static func start(_ now: Timestamp?) -> Int64 {
    let seconds = Int64(Date().timeIntervalSince1970)
    let ticks = (now ?? Timestamp(unixSeconds: seconds))?.ticks ?? 0
    return max(ticks, 90 * OfficeHours.ticksPerDay)
  }
}
