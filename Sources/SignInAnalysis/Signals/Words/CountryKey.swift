/// One country, however it is written: `NL`, `Netherlands` and `netherlands` are the same.
public struct CountryKey: Hashable, Sendable {
  /// An ISO code in capitals, or the folded text where it is neither a code nor a known name.
  public let text: String

  private static let codes: [String: String] = CountryCode.codesByName

  /// Nil for no text and for text of nothing that counts.
  public init?(_ country: String?) {
    let text = folded(country ?? "")
    guard text.utf8.contains(where: { $0 != 0x20 }) else { return nil }
    if CountryCode.isCode(text) {
      self.text = text.uppercased()
    } else {
      self.text = CountryKey.codes[text]?.uppercased() ?? text
    }
  }
}
