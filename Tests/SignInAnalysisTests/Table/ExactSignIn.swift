import Elements

/// All of a sign-in, compared by bytes and bits: `==` of texts and numbers takes some for the same that are not.
struct ExactSignIn: Hashable {
  let texts: [[UInt8]?]
  let ticks: Int64?
  let latitude: UInt64?
  let longitude: UInt64?
  let isRisk: Bool?

  init(_ signIn: SignIn) {
    let texts = [
      signIn.id, signIn.userID, signIn.userDisplayName, signIn.userPrincipalName, signIn.ip, signIn.country,
      signIn.city,
    ]
    self.texts = texts.map { $0.map { Array($0.utf8) } }
    ticks = signIn.loginTime?.ticks
    latitude = signIn.location?.latitude.bitPattern
    longitude = signIn.location?.longitude.bitPattern
    isRisk = signIn.isRisk
  }
}

extension [SignIn] {
  var exactly: [ExactSignIn] { map(ExactSignIn.init) }
}
