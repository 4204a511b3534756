/// Looks for words and expressions in texts; remembers what the expressions need for it.
struct TextSearch {
  private let words: [[UInt8]]
  private var machines: [ExpressionMachine]
  /// How many texts were too long to be looked at as a whole, and had no match in the part that was.
  private(set) var truncatedTexts = 0

  init(_ choice: TextChoice) {
    words = choice.words.map { Array($0.utf8) }
    machines = choice.expressions.map { ExpressionMachine($0.program, isAnchored: false) }
  }

  /// Whether a text contains one of the words or expressions; one that is missing contains none.
  mutating func isFound(in text: String?) -> Bool {
    guard let text, !words.isEmpty || !machines.isEmpty else { return false }
    return isFound(inFolded: folded(text))
  }

  mutating func isFound(inFolded text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in words.contains { bytes.contains($0) } } || isExpressionFound(inFolded: text)
  }

  mutating func isExpressionFound(inFolded text: String) -> Bool {
    var isTruncated = false
    for index in machines.indices {
      switch machines[index].search(text) {
      case .found: return true
      case .notFound: break
      case .notFoundSoFar: isTruncated = true
      }
    }
    if isTruncated { truncatedTexts += 1 }
    return false
  }

  /// Whether one of these could be found in a GUID in lower case.
  var mayMatchGUID: Bool {
    !machines.isEmpty || words.contains { $0.count <= 36 && $0.allSatisfy("0123456789abcdef-".utf8.contains) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes of a word, which is not empty, stand somewhere in these.
  fileprivate func contains(_ word: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= count else { return false }
    for start in 0...count - word.count where self[start] == first {
      if self[start..<start + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}
