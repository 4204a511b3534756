import Elements

/// What stands at a place of the sign-in list.
public enum SignInRow: Hashable, Sendable {
  /// `isSeam`: it is not proven that this is the neighbour of the row above.
  case signIn(SignIn, isSeam: Bool, isMarked: Bool)
  case pending
  case failed(ElementsError)
}

extension SignInScope {
  var other: SignInScope { self == .all ? .risky : .all }
}
