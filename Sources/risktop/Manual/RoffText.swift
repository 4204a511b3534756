/// The source of a manual page in the macros of man(7).
struct RoffText {
  private(set) var text = ""

  mutating func heading(_ title: String) { line(".SH \(RoffText.escaped(title))") }
  mutating func subheading(_ title: String) { line(".SS \(RoffText.escaped(title))") }

  mutating func paragraph(_ words: String) {
    line(".PP")
    lines(words)
  }

  /// A term with what it means beside or beneath it.
  mutating func item(_ term: String, _ meaning: String) {
    line(".TP")
    line(".B \(RoffText.escaped(term))")
    lines(meaning)
  }

  /// Lines that stay as they are.
  mutating func verbatim(_ words: String) {
    line(".PP")
    line(".nf")
    lines(words)
    line(".fi")
  }

  /// - Parameter title: name, section, date and more, each in quotes.
  mutating func title(_ title: String) { line(".TH \(title)") }

  private mutating func lines(_ words: String) {
    for part in words.split(separator: "\n", omittingEmptySubsequences: false) { line(Self.guarded(String(part))) }
  }

  private mutating func line(_ line: String) { text += line + "\n" }

  /// A line that begins with a dot or an apostrophe would be a command.
  private static func guarded(_ line: String) -> String {
    let escaped = escaped(line)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// A hyphen alone would be typeset as one, and could not be searched for or copied.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }
}
