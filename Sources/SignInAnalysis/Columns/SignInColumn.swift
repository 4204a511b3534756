import Elements

/// What lists and tables show of a sign-in, and what they can be sorted by.
public enum SignInColumn: Int, Hashable, Sendable, CaseIterable {
  case time
  /// The first of the user's names that there is; sorted by the display name.
  case user
  /// Sorted by number, IPv4 before IPv6.
  case address
  /// The country, then the city.
  case place
  /// Sorted with not risky before risky.
  case risk
  case principalName
}

extension SignInColumn {
  /// What stands above it; lists add the zone of the times.
  public var title: String {
    switch self {
    case .time: "TIME"
    case .user: "USER"
    case .address: "ADDRESS"
    case .place: "PLACE"
    case .risk: "RISK"
    case .principalName: "PRINCIPAL NAME"
    }
  }

  /// The column in a sentence.
  public var noun: String {
    switch self {
    case .time: "time"
    case .user: "user"
    case .address: "address"
    case .place: "place"
    case .risk: "risk"
    case .principalName: "principal name"
    }
  }

  /// What it is called on a command line.
  public var name: String { self == .principalName ? "principal" : noun }

  /// The fields of a report that say the same, as the API names them.
  public var fields: [String] {
    switch self {
    case .time: ["loginTime"]
    case .user: ["userDisplayName"]
    case .address: ["ip"]
    case .place: ["country", "city"]
    case .risk: ["isRisk"]
    case .principalName: ["userPrincipalName"]
    }
  }

  /// What it shows of a sign-in; nil where that is not given. Foreign text, but for risk and time.
  public func text(of signIn: SignIn) -> String? {
    switch self {
    case .time: signIn.loginTime?.iso8601
    case .user: signIn.userText?.text
    case .address: signIn.ip?.ifNotEmpty
    case .place: signIn.placeText
    case .risk: signIn.riskWord
    case .principalName: signIn.userPrincipalName?.ifNotEmpty
    }
  }
}
