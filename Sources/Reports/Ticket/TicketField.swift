/// What a template can name in braces. Each gives what all sign-ins in its block have of it, each once.
enum TicketField: String, Hashable, Sendable, CaseIterable {
  case customer
  case customerID = "customer_id"
  case tenant
  case tenantID = "tenant_id"
  /// The principal name, or the user's id where there is none.
  case user
  /// The display name, which whoever signs in may choose.
  case name
  case userID = "user_id"
  case timeUTC = "time_utc"
  case timeLocal = "time_local"
  case address
  case place
  case coordinates
  case risk
  case signInID = "sign_in_id"
  /// How long the user was seen at the address.
  case stay
  /// A line each.
  case evidence
  /// What else was read of the user, and of the address, over all tenants.
  case userKnown = "user_known"
  case addressKnown = "address_known"

  // Of the whole ticket.
  case title
  /// Sign-ins in the block.
  case count
  case riskyCount = "risky_count"
  /// Lines each.
  case basis
  case unknown
  case madeUTC = "made_utc"
  case madeLocal = "made_local"
  case source

  /// The line that it stands in is repeated for each of its values; those of others are joined by commas.
  var isOfLines: Bool {
    switch self {
    case .evidence, .basis, .unknown: true
    case .customer, .customerID, .tenant, .tenantID, .user, .name, .userID, .timeUTC, .timeLocal, .address, .place,
      .coordinates, .risk, .signInID, .stay, .userKnown, .addressKnown, .title, .count, .riskyCount, .madeUTC,
      .madeLocal,
      .source:
      false
    }
  }
}

/// What stands around lines of a template, up to `{end}`.
enum TicketBlock: String, Hashable, Sendable, CaseIterable {
  /// Once for each sign-in.
  case each
  case eachTenant = "each_tenant"
  case eachUser = "each_user"
  case eachAddress = "each_address"
  /// Where there is one sign-in, and where there are several.
  case one
  case several
}
