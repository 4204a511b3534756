import Elements
import SignInAnalysis

extension SignIn {
  /// What a filter on this field would have to say to hold for this sign-in; nil where the field is missing or can't be
  /// pivoted on.
  func value(of field: FilterField) -> String? {
    let value: String? =
      switch field {
      case .user: userPrincipalName ?? userID ?? userDisplayName
      case .ip: ip
      case .country: country
      default: nil
      }
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension FilterField {
  /// The field in a sentence.
  var noun: String {
    switch self {
    case .ip: "address"
    default: rawValue
    }
  }
}
