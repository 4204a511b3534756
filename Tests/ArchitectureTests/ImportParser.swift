/// One `import` of a Swift file.
struct Import: Hashable, Sendable {
  /// The module alone: `Glibc` for `import struct Glibc.tm`.
  let module: String
  /// Counted from 1.
  let line: Int
  /// Whether it stands in the `#else` of `#if canImport(FoundationEssentials)`.
  let isWithoutEssentials: Bool
}

/// Finds the imports of a Swift file, statement by statement.
///
/// Block comments and multi-line strings are read as code: better a false alarm than an import that is missed.
struct ImportParser {
  private var imports: [Import] = []
  /// For each `#if` around the current line, the branch that this line stands in.
  private var branches: [Branch] = []

  private enum Branch { case withEssentials, withoutEssentials, other }

  static func imports(in source: String) -> [Import] {
    var parser = ImportParser()
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      parser.readCondition(line.split(whereSeparator: \.isWhitespace))
      for statement in line.split(separator: ";") { parser.readStatement(statement, line: index + 1) }
    }
    return parser.imports
  }

  private mutating func readCondition(_ words: [Substring]) {
    switch words.first {
    case "#if":
      branches.append(words.dropFirst() == ["canImport(FoundationEssentials)"] ? .withEssentials : .other)
    case "#elseif":
      if branches.popLast() != nil { branches.append(.other) }
    case "#else":
      if let branch = branches.popLast() { branches.append(branch == .withEssentials ? .withoutEssentials : .other) }
    case "#endif":
      _ = branches.popLast()
    default:
      break
    }
  }

  private mutating func readStatement(_ statement: Substring, line: Int) {
    guard statement.contains("import") else { return }
    let comments = /(?:\s*\/\*.*?\*\/)*\s*/
    let attributes = /(?:@\w+(?:\([^)]*\))?\s+)*/
    let access = /(?:(?:public|package|internal|fileprivate|private)\s+)?/
    let declaration = /(?:(?:typealias|struct|class|enum|actor|protocol|let|var|func)\s+)?/
    guard let start = statement.prefixMatch(of: comments),
      let attributed = statement[start.range.upperBound...].prefixMatch(of: attributes),
      let accessed = statement[attributed.range.upperBound...].prefixMatch(of: access),
      let keyword = statement[accessed.range.upperBound...].prefixMatch(of: /import\s+/),
      let kind = statement[keyword.range.upperBound...].prefixMatch(of: declaration),
      let module = statement[kind.range.upperBound...].prefixMatch(of: /`?(\w+)/)
    else { return }
    imports.append(
      Import(
        module: String(module.output.1), line: line, isWithoutEssentials: branches.last == .withoutEssentials))
  }
}
