/// The thresholds of all rules, each as in `[signals.NAME]` of the configuration; a rule's type documents its own.
public struct SignalSettings: Hashable, Sendable {
  public var travel = TravelRule()
  public var twoCountries = TwoCountriesRule()
  public var manyCountries = ManyCountriesRule()
  public var newCountry = NewCountryRule()
  public var sharedAddress = SharedAddressRule()
  public var crossTenant = CrossTenantRule()
  public var taintedAddress = TaintedAddressRule()
  public var steadyAccount = SteadyAccountRule()
  public var lateRisk = LateRiskRule()
  public var dormant = DormantRule()
  public var silentTenant = SilentTenantRule()
  public var oddHour = OddHourRule()
  public var riskJump = RiskJumpRule()

  public init() {}
}
