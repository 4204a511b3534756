/// Two-letter codes of countries, which is what the server sends in practice, and the names that people look for.
enum CountryCode {
  /// Folded names by folded code.
  private static let foldedNames: [String: [String]] = {
    let lines = names.split(separator: "\n").map { folded(String($0)) }
    let pairs = lines.map { (String($0.prefix(2)), $0.dropFirst(3).split(separator: "/").map(String.init)) }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// Folded codes by folded names that look like a code: `uk` is `gb`.
  static let ofShortName: [String: String] = {
    let pairs = foldedNames.flatMap { code, names in names.filter { isCode($0) && $0 != code }.map { ($0, code) } }
    return Dictionary(pairs.filter { foldedNames[$0.0] == nil }) { first, _ in first }
  }()

  /// English names by code, the usual one of each.
  private static let usualNames: [String: String] = {
    let pairs = names.split(separator: "\n").map { line in
      (String(line.prefix(2)), String(line.dropFirst(3).prefix { $0 != "/" }))
    }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// The usual English name of the country with this code, in whatever case; nil where there is none.
  static func name(of code: String) -> String? { usualNames[code.uppercased()] }

  /// The folded code of the one country of which a folded text is a name, or all first words of one: `united states`.
  static func code(named text: String) -> String? {
    let exact = codes { $0 == text }
    let found = exact.isEmpty ? codes { $0.hasPrefix(text + " ") } : exact
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a folded text is a code and not a name.
  static func isCode(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// The codes of all countries that a folded text names: in full, or, from three letters on, as some word of the name
  /// begins.
  static func codes(named text: String) -> [String] {
    text.utf8.count < 3 ? codes { $0 == text } : codes(beginning: text)
  }

  /// The codes of all countries in whose name some word begins as a folded text does.
  static func codes(beginning text: String) -> [String] {
    codes { beginsWord(of: $0, with: text) }
  }

  private static func codes(_ isNamed: (String) -> Bool) -> [String] {
    foldedNames.filter { $0.value.contains(where: isNamed) }.map(\.key)
  }

  /// Whether a folded text is one of the names of the country with this code.
  static func isName(_ text: String, of code: String) -> Bool {
    foldedNames[code, default: []].contains(text)
  }

  private static func beginsWord(of name: String, with text: String) -> Bool {
    name.utf8.indices.contains { index in
      let isStart = index == name.startIndex || !(0x61...0x7A).contains(name.utf8[name.utf8.index(before: index)])
      return isStart && name.utf8[index...].starts(with: text.utf8)
    }
  }
}
