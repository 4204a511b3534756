/// A name as it is written, and as it is spelled in a mail address.
struct Name: Sendable, Hashable {
  let written: String
  /// Lower case ASCII letters.
  let spelled: String

  /// Reads `Zoë=zoe`; a name of plain letters may do without the second half.
  init(_ text: Substring) {
    let parts = text.split(separator: "=", maxSplits: 1)
    written = parts.first.map(String.init) ?? ""
    spelled = parts.count > 1 ? String(parts[1]) : written.lowercased().filter { $0.isASCII && $0.isLetter }
  }

  /// Reads names that are set apart by blanks.
  static func list(_ text: String) -> [Name] {
    text.split(separator: " ").map(Name.init)
  }
}
