/// A text as it is sorted: as it is folded, then as it was sent.
struct SortText: Comparable, Sendable {
  private let fold: String
  private let text: String

  /// Nil for a text that is missing or empty.
  init?(_ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    fold = folded(text)
    self.text = text
  }

  static func < (left: SortText, right: SortText) -> Bool {
    left.fold == right.fold ? left.text < right.text : left.fold < right.fold
  }
}
