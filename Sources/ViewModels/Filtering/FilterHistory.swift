/// The filters that were typed for one kind of list.
@MainActor
final class FilterHistory {
  /// The newest at the end, each once.
  private(set) var texts: [String] = []

  func add(_ text: String) {
    guard !text.isEmpty else { return }
    texts.removeAll { $0 == text }
    texts.append(text)
  }
}
