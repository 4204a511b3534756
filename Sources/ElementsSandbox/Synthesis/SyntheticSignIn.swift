import Elements

/// A made-up sign-in, as the wire has it.
public struct SyntheticSignIn: Sendable, Hashable {
  public let signIn: SignIn
  /// The place is sent as latitude 0 and longitude 0, which means none; otherwise a missing place is sent as null.
  public let sendsZeroPlace: Bool
}
