import Elements

/// A sign-in as it is handed to somebody else: with its tenant, and with its time in both zones. Names are foreign
/// text.
public struct HandedSignIn: Hashable, Sendable {
  public let signIn: SignIn
  public let tenant: TenantReference
  /// Nil where it is not known.
  public let customerName: String?
  public let tenantName: String?
  /// When it was on this machine's clock; nil without a time.
  public let local: ZonedTime?

  public init(
    _ signIn: SignIn, of tenant: TenantReference, customerName: String?, tenantName: String?, local: ZonedTime?
  ) {
    self.signIn = signIn
    self.tenant = tenant
    self.customerName = customerName
    self.tenantName = tenantName
    self.local = local
  }
}

/// A moment on the calendar and clock of a zone.
public struct ZonedTime: Hashable, Sendable {
  public let time: CalendarTime
  /// The zone's abbreviation at that moment.
  public let zone: String

  public init(_ time: CalendarTime, zone: String) {
    self.time = time
    self.zone = zone
  }
}
