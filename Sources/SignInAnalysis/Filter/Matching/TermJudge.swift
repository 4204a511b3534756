import Elements

/// Decides whether values of a sign-in fulfil one term; `isNegated` is left to others.
struct TermJudge {
  private let field: FilterField?
  private let condition: FilterCondition
  private(set) var texts: TextSearch

  init(_ term: FilterTerm) {
    field = term.field
    condition = term.condition
    switch term.condition {
    case .texts(let choice), .country(_, let choice), .address(_, let choice): texts = TextSearch(choice)
    case .risk, .since, .until: texts = TextSearch(TextChoice())
    }
  }

  /// By those of its texts that the term's field is about.
  mutating func holds(for user: SignInUser) -> Bool {
    switch field {
    case nil, .user:
      texts.isFound(in: user.displayName) || texts.isFound(in: user.principalName) || texts.isFound(in: user.userID)
    case .upn: texts.isFound(in: user.principalName)
    default: false
    }
  }

  mutating func holds(for place: SignInPlace) -> Bool {
    switch condition {
    case .country(let codes, _): isCountry(place.country, codes: codes)
    case .texts where field == .city: texts.isFound(in: place.city)
    case .texts where field == nil: texts.isFound(in: place.country) || texts.isFound(in: place.city)
    default: false
    }
  }

  /// A field of two letters is a code, and no part of a name.
  private mutating func isCountry(_ country: String?, codes: Set<String>) -> Bool {
    guard let country else { return false }
    let text = folded(country)
    if codes.contains(text) { return true }
    if CountryCode.isCode(text) { return texts.isExpressionFound(inFolded: text) }
    return texts.isFound(inFolded: text) || codes.contains { CountryCode.isName(text, of: $0) }
  }

  mutating func holds(forAddress address: String?) -> Bool {
    guard let address else { return false }
    guard case .address(let networks, _) = condition else { return field == nil && texts.isFound(in: address) }
    if !networks.isEmpty, let found = IPNetwork(address: address), networks.contains(where: { $0.contains(found) }) {
      return true
    }
    return texts.isFound(in: address)
  }

  mutating func holds(forID id: String) -> Bool {
    field == nil && texts.isFound(in: id)
  }
}
