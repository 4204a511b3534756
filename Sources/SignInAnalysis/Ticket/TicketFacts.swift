import Elements

/// What a ticket says: facts alone, of which `Reports` makes a text. Names are foreign text.
public struct TicketFacts: Hashable, Sendable {
  /// By tenant; of a tenant the newest first.
  public let signIns: [TicketSignIn]
  public let basis: TicketBasis
  /// When it was made, in UTC and on this machine's clock.
  public let made: Timestamp
  public let madeLocal: ZonedTime
  /// Where the data comes from, as the dashboard's header names it.
  public let source: String

  public init(signIns: [TicketSignIn], basis: TicketBasis, made: Timestamp, madeLocal: ZonedTime, source: String) {
    self.signIns = signIns
    self.basis = basis
    self.made = made
    self.madeLocal = madeLocal
    self.source = source
  }
}

/// A sign-in with what else is known of its user and its address.
public struct TicketSignIn: Hashable, Sendable {
  public let handed: HandedSignIn
  /// What speaks for or against it, a line each. Foreign text.
  public let evidence: [String]
  /// Over all tenants; nil where it names no user or address, or where there are too many to count.
  public let ofUser: TicketFigures?
  public let ofAddress: TicketFigures?

  public init(
    _ handed: HandedSignIn, evidence: [String] = [], ofUser: TicketFigures? = nil, ofAddress: TicketFigures? = nil
  ) {
    self.handed = handed
    self.evidence = evidence
    self.ofUser = ofUser
    self.ofAddress = ofAddress
  }
}

/// What a ticket's figures rest on.
public struct TicketBasis: Hashable, Sendable {
  /// Sign-ins that were read, over all tenants, and of how many of the tenants that are known.
  public let rows: Int
  public let tenantsRead: Int
  public let tenants: Int
  /// The earliest of them; nil where none has a time.
  public let earliest: Timestamp?
  /// When lists were read: the first and the last time.
  public let read: ClosedRange<Timestamp>?
  /// The lists of the ticket's own tenants.
  public let lists: [TicketList]
  /// Tenants that could not be read, and why.
  public let failures: [TicketFailure]

  public init(
    rows: Int, tenantsRead: Int, tenants: Int, earliest: Timestamp?, read: ClosedRange<Timestamp>?,
    lists: [TicketList], failures: [TicketFailure]
  ) {
    self.rows = rows
    self.tenantsRead = tenantsRead
    self.tenants = tenants
    self.earliest = earliest
    self.read = read
    self.lists = lists
    self.failures = failures
  }
}

/// How far one list of a tenant was read.
public struct TicketList: Hashable, Sendable {
  /// The customer's name, or its id. Foreign text.
  public let customer: String
  public let scope: SignInScope
  public let loaded: Int
  /// Nil where the server does not say.
  public let total: Int?
  /// All of it is read, and proven to be all.
  public let isComplete: Bool
  /// The last time of the rows that are read without a gap from the newest on.
  public let backTo: Timestamp?
  public let readAt: Timestamp?

  public init(
    customer: String, scope: SignInScope, loaded: Int, total: Int?, isComplete: Bool, backTo: Timestamp?,
    readAt: Timestamp?
  ) {
    self.customer = customer
    self.scope = scope
    self.loaded = loaded
    self.total = total
    self.isComplete = isComplete
    self.backTo = backTo
    self.readAt = readAt
  }
}

/// A tenant that could not be read. Foreign text.
public struct TicketFailure: Hashable, Sendable {
  public let customer: String
  public let reason: String

  public init(customer: String, reason: String) {
    self.customer = customer
    self.reason = reason
  }
}
