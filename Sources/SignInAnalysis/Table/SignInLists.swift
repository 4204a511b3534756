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

/// The users, addresses and places of sign-ins, numbered as they come. Any number of tables may share them, so that
/// the same number means the same in all: what joins them compares numbers.
///
/// A number that was given keeps its meaning, whatever becomes of the tables. A copy shares almost everything.
public struct SignInWords: Sendable {
  private var users = Interner<SignInUser>()
  private var addresses = AddressInterner()
  private var places = Interner<SignInPlace>()

  public init() {}

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
