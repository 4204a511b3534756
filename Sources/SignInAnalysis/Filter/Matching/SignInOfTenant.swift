import Elements

/// A sign-in, and in a list over many tenants the tenant that it is of.
struct SignInOfTenant: FilterRecord {
  let signIn: SignIn
  /// Nil in a list of one tenant, where it would say the same of every row.
  let tenant: TenantTexts?
  var signals: [Signal] = []
  var hasStayed = false

  func value(of field: FilterField?) -> FilterValue {
    switch field {
    case nil: .texts(texts)
    case .user: .texts([signIn.userDisplayName, signIn.userPrincipalName, signIn.userID])
    case .upn: .texts([signIn.userPrincipalName])
    case .city: .texts([signIn.city])
    case .country: .texts([signIn.country])
    case .ip, .net: .texts([signIn.ip])
    case .signal, .severity, .is: .signals(signals, hasStayed: hasStayed)
    case .risky: .verdict(signIn.isRisk)
    case .since, .until, .hour: .time(signIn.loginTime)
    case .customer, .tenant: tenant?.value(of: field) ?? .missing
    case .place, .risky24h, .normal, .state, .group, .stayed: .missing
    }
  }

  private var texts: [String?] {
    [
      signIn.userDisplayName, signIn.userPrincipalName, signIn.userID, signIn.country, signIn.city, signIn.ip,
      signIn.id,
      tenant?.customer, tenant?.tenant,
    ]
  }
}
