import Elements

extension SignIn {
  /// A sign-in of which only what a test is about differs.
  static func sample(id: String, user: String? = "Bob Mark", isRisk: Bool? = false) -> SignIn {
    SignIn(
      id: id, loginTime: Timestamp(ticks: 638_907_426_550_000_000), userID: "u-1", userDisplayName: user,
      userPrincipalName: "bob@contoso.com", ip: "203.0.113.7", location: nil, country: "NG", city: "Lagos",
      isRisk: isRisk)
  }
}
