import Elements

extension SignIn {
  /// A sign-in of which nothing is known but what is given.
  static func row(
    _ id: String = "row", time: String? = nil, name: String? = nil, upn: String? = nil, userID: String? = nil,
    ip: String? = nil, country: String? = nil, city: String? = nil, isRisk: Bool? = nil
  ) -> SignIn {
    SignIn(
      id: id, loginTime: time.flatMap(Timestamp.init(iso8601:)), userID: userID, userDisplayName: name,
      userPrincipalName: upn, ip: ip, location: nil, country: country, city: city, isRisk: isRisk)
  }
}
