/// What the terminal, or the file written to, can show.
public enum Repertoire: Hashable, Sendable {
  case unicode
  /// Printable ASCII alone, for a locale that is not UTF-8.
  case ascii
}
