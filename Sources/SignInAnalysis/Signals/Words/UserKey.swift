/// Whom rules take for one user of a tenant: whoever has one id; without an id, whoever has one folded principal name.
///
/// The display name is the attacker's to choose and takes no part.
public struct UserKey: Hashable, Sendable {
  let isID: Bool
  let text: String

  /// Nil where there is neither an id nor a principal name.
  public init?(_ user: SignInUser) {
    if let id = user.userID, !id.isEmpty {
      (isID, text) = (true, id)
      return
    }
    guard let name = FoldedName.text(user.principalName) else { return nil }
    (isID, text) = (false, name)
  }
}

extension UserKey: Internable {
  func hash(exactlyInto hasher: inout Hasher) {
    hasher.combine(isID)
    hasher.combine(bytesOf: text)
  }

  func isExactly(_ other: UserKey) -> Bool {
    isID == other.isID && Optional(text).isExactly(other.text)
  }
}
