import Elements

/// Who signed in. All texts are foreign.
public struct SignInUser: Hashable, Sendable {
  public let userID: String?
  public let displayName: String?
  public let principalName: String?

  public init(userID: String?, displayName: String?, principalName: String?) {
    self.userID = userID
    self.displayName = displayName
    self.principalName = principalName
  }

  init(_ signIn: SignIn) {
    self.init(
      userID: signIn.userID, displayName: signIn.userDisplayName, principalName: signIn.userPrincipalName)
  }
}

extension SignInUser: Internable {
  func hash(exactlyInto hasher: inout Hasher) {
    hasher.combine(exactly: userID)
    hasher.combine(exactly: displayName)
    hasher.combine(exactly: principalName)
  }

  func isExactly(_ other: SignInUser) -> Bool {
    userID.isExactly(other.userID) && displayName.isExactly(other.displayName)
      && principalName.isExactly(other.principalName)
  }
}
