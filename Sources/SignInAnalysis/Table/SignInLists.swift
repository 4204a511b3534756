import Elements

/// What the numbers in the columns stand for.
struct SignInLists: Sendable {
  let users: Interned<SignInUser>
  let addresses: InternedAddresses
  let places: Interned<SignInPlace>

  func signIn(id: String, record: PackedSignIn) -> SignIn {
    let user = users[record.user]
    let place = places[record.place]
    return SignIn(
      id: id, loginTime: Timestamp(ticks: record.time), userID: user.userID, userDisplayName: user.displayName,
      userPrincipalName: user.principalName, ip: addresses[record.address], location: place.location,
      country: place.country, city: place.city, isRisk: RiskCode.isRisk(record.risk))
  }
}

/// Numbers the users, addresses and places of a table as they come.
struct SignInInterner: Sendable {
  private var users = Interner<SignInUser>()
  private var addresses = AddressInterner()
  private var places = Interner<SignInPlace>()

  var lists: SignInLists {
    SignInLists(users: users.values, addresses: addresses.addresses, places: places.values)
  }

  mutating func record(of signIn: SignIn) -> PackedSignIn {
    PackedSignIn(
      time: signIn.loginTime?.ticks ?? SignInChunk.noTime, user: users.number(of: SignInUser(signIn)),
      address: addresses.number(of: signIn.ip), place: places.number(of: SignInPlace(signIn)),
      risk: RiskCode.code(of: signIn.isRisk))
  }
}
