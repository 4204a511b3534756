import Elements

/// Where a sign-in came from, as far as the server said. All texts are foreign.
public struct SignInPlace: Hashable, Sendable {
  public let country: String?
  public let city: String?
  public let location: Location?

  public init(country: String?, city: String?, location: Location?) {
    self.country = country
    self.city = city
    self.location = location
  }

  init(_ signIn: SignIn) {
    self.init(country: signIn.country, city: signIn.city, location: signIn.location)
  }
}

extension SignInPlace: Internable {
  func hash(exactlyInto hasher: inout Hasher) {
    hasher.combine(exactly: country)
    hasher.combine(exactly: city)
    // By their bits, since 0 and -0 are equal otherwise.
    hasher.combine(location?.latitude.bitPattern)
    hasher.combine(location?.longitude.bitPattern)
  }

  func isExactly(_ other: SignInPlace) -> Bool {
    country.isExactly(other.country) && city.isExactly(other.city)
      && location?.latitude.bitPattern == other.location?.latitude.bitPattern
      && location?.longitude.bitPattern == other.location?.longitude.bitPattern
  }
}
