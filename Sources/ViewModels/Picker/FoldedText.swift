import SignInAnalysis

/// Texts made ready for a search in which case and diacritics do not matter.
struct FoldedText: Hashable, Sendable {
  private let fields: [String]

  init(_ texts: [String]) {
    fields = texts.map(folded)
  }

  /// Whether each of the words is found in some field. Words have to be folded.
  func contains(all words: [String]) -> Bool {
    words.allSatisfy { word in fields.contains { $0.contains(word) } }
  }

  /// The words of a filter, folded.
  static func words(_ filter: String) -> [String] {
    folded(filter).split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
