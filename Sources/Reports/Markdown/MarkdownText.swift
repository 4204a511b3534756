import SafeText

/// Text in a cell of a table in Markdown, such that it is shown as it is: no link, image, HTML, formula or further cell
/// comes of it.
///
/// By CommonMark 0.31.2, section 2.4, a backslash before ASCII punctuation makes it plain. Tables and addresses that
/// become links by themselves are GitHub's (GitHub Flavored Markdown 0.29, sections 4.10 and 6.9). What can't be kept
/// from becoming a link there is an e-mail address, which then leads to what it shows.
enum MarkdownText {
  /// Foreign text without its control characters and with its punctuation escaped.
  static func escaped(_ foreign: String) -> String {
    let text = sanitized(foreign)
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isSpecial(scalar, behind: escaped) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  private static func isSpecial(_ scalar: Unicode.Scalar, behind text: String.UnicodeScalarView) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "$": true
    // `https://…` and `www.…` would become links.
    case "/": text.last == ":"
    case ".": text.suffix(3).count { $0 == "w" || $0 == "W" } == 3
    default: false
    }
  }
}
