/// Why the settings, or what they point to, can't be used.
public struct SettingsError: Error, Hashable {
  /// What is wrong, where, and what to do: one or more lines without a line break at the end.
  /// Foreign text in it has lost its own line breaks.
  public let text: String

  public init(_ text: String) {
    self.text = text
  }
}
