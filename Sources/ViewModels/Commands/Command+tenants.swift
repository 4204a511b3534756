extension Command {
  static let ofTenants = [
    Command(.openTenant, "open the tenant", hint: "open", .tenants { $0.open(telling: $1) }),
    Command(.star, "star the tenant, or take the star away", hint: "star", .star { $0.toggleStar() }),
  ]

  static let ofAddresses = [
    Command(.openAddress, "this address's sign-ins in all tenants", hint: "open", .addresses { $0.open() })
  ]

  static let ofOneTenant = [
    Command(.nextTenant, "next tenant", .tenant { _ in .neighbourTenant(1) }),
    Command(.previousTenant, "previous tenant", .tenant { _ in .neighbourTenant(-1) }),
  ]
}
