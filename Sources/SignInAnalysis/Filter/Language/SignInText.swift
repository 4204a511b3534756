import Elements

/// A text of a sign-in in which a filter can look.
public enum SignInText: Hashable, Sendable, CaseIterable {
  case displayName
  case principalName
  case userID
  case address
  case country
  case city
  case id
}

extension FilterField {
  /// The texts that a field's words are looked for in; without a field, all.
  static func texts(of field: FilterField?) -> [SignInText] {
    switch field {
    case nil: SignInText.allCases
    case .user: [.displayName, .principalName, .userID]
    case .upn: [.principalName]
    case .city: [.city]
    case .country: [.country]
    case .ip: [.address]
    case .risky, .since, .until: []
    }
  }
}
