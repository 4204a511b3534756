import Elements

extension SignIn {
  /// A sign-in for signals: what a test says nothing of is missing.
  /// - Parameters:
  ///   - minute: after 2026-03-02T00:00:00Z, a Monday; nil for no time.
  ///   - at: latitude and longitude.
  static func made(
    _ id: String, minute: Double? = 0, user: String? = "u-1", name: String? = nil, principal: String? = nil,
    ip: String? = "203.0.113.7", country: String? = nil, city: String? = nil, at place: (Double, Double)? = nil,
    isRisk: Bool? = false
  ) -> SignIn {
    SignIn(
      id: id, loginTime: minute.flatMap { Timestamp(ticks: monday + Int64(($0 * 600_000_000).rounded())) },
      userID: user, userDisplayName: name, userPrincipalName: principal, ip: ip,
      location: place.flatMap { Location(latitude: $0.0, longitude: $0.1) }, country: country, city: city,
      isRisk: isRisk)
  }

  /// 2026-03-02T00:00:00Z in ticks.
  static let monday: Int64 = (1_772_409_600 + 62_135_596_800) * 10_000_000
}
