/// A value of a tally's field. Texts are foreign.
public enum TallyValue: Hashable, Sendable {
  case user(TallyUser)
  /// As it was sent.
  case address(String)
  /// As `ip:` asks for it: `203.0.113.0/24`.
  case network(String)
  /// A code in capitals, or the text where it is none that is known.
  case country(String)
  /// Either may be missing, not both.
  case city(city: String?, country: String?)
  /// 0...23
  case hour(Int)
  case tenant(TenantNumber)
  /// Sign-ins in which the field is missing.
  case none
}

/// Who signed in, as far as one of the sign-ins says.
public struct TallyUser: Hashable, Sendable {
  public let words: SignInUser
  /// Other sign-ins of this user have another principal name.
  public let hasOtherNames: Bool

  /// What the user is called: the display name may be the attacker's choice, so it is the last.
  public var name: String? {
    words.principalName?.ifNotEmpty ?? words.userID?.ifNotEmpty ?? words.displayName?.ifNotEmpty
  }
}

/// A value, or a pair of values, with its figures.
public struct TallyRow: Hashable, Sendable {
  /// One for each field of the tally.
  public let values: [TallyValue]
  public let figures: TallyFigures
}

extension TallyValue {
  /// The usual English name of a country that is given by its code.
  public var countryName: String? {
    if case .country(let code) = self { CountryCode.name(of: code) } else { nil }
  }
}
