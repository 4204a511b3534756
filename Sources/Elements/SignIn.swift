/// One sign-in of one user, as the server recorded it.
///
/// All texts are foreign: display names in particular are chosen by whoever signs in.
public struct SignIn: Identifiable, Hashable, Sendable {
  /// Unique within the tenant; the only thing by which a sign-in is recognised when pages shift.
  public let id: String
  public let loginTime: Timestamp?
  public let userID: String?
  public let userDisplayName: String?
  public let userPrincipalName: String?
  /// IPv4 or IPv6, possibly with a port, possibly redacted (`203.0.113.XXX`).
  public let ip: String?
  public let location: Location?
  /// A two-letter code in practice.
  public let country: String?
  public let city: String?
  /// The verdict of the partner's own workflows, which may turn true up to 48 hours later. Not Microsoft Entra's risk.
  public let isRisk: Bool?

  public init(
    id: String, loginTime: Timestamp?, userID: String?, userDisplayName: String?, userPrincipalName: String?,
    ip: String?, location: Location?, country: String?, city: String?, isRisk: Bool?
  ) {
    self.id = id
    self.loginTime = loginTime
    self.userID = userID
    self.userDisplayName = userDisplayName
    self.userPrincipalName = userPrincipalName
    self.ip = ip
    self.location = location
    self.country = country
    self.city = city
    self.isRisk = isRisk
  }
}

/// A place on earth in degrees, latitude in -90...90 and longitude in -180...180.
public struct Location: Hashable, Sendable {
  public let latitude: Double
  public let longitude: Double

  /// Nil for what the API uses to say "no place": exactly 0/0, out of range, or not a number.
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    guard latitude != 0 || longitude != 0 else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}
