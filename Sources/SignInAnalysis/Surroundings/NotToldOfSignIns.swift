/// What the server does not tell of any sign-in.
public enum NotToldOfSignIns {
  public static let words = [
    "whether the sign-in succeeded: it may be a failed try",
    "with which device and which application",
    "whether the address really is in the listed place",
  ]
}
