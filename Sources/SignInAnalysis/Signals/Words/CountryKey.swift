/// One country, however it is written: `NL`, `Netherlands` and `netherlands` are the same.
public struct CountryKey: Hashable, Sendable {
  /// An ISO code in capitals, or the folded text where it is neither a code nor a known name.
  public let text: String

  /// Nil for no text and for text of nothing that counts.
  public init?(_ country: String?) {
    guard let text = FoldedName.text(country) else { return nil }
    if CountryCode.isCode(text) {
      self.text = (CountryCode.ofShortName[text] ?? text).uppercased()
    } else {
      self.text = CountryCode.code(named: text)?.uppercased() ?? text
    }
  }
}
