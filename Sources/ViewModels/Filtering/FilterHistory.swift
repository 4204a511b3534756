/// The filters that were typed for one kind of list, and those that have a name.
@MainActor
final class FilterHistory {
  private var contents: FilterShelf.Contents
  private let kind: FilterShelf.Kind
  private let shelf: FilterShelf
  private let messages: MessageLog
  /// Nobody is told twice that nothing is kept.
  private var isFailing = false

  init(of kind: FilterShelf.Kind, on shelf: FilterShelf, _ messages: MessageLog) {
    contents = shelf.contents[kind] ?? FilterShelf.Contents()
    self.kind = kind
    self.shelf = shelf
    self.messages = messages
  }

  /// The newest at the end, each once.
  var texts: [String] { contents.typed }

  /// The names of filters, in alphabetical order.
  var names: [String] { contents.named.keys.sorted() }

  /// The filters that have a name, by their names.
  var named: [String: String] { contents.named }

  func filter(named name: String) -> String? { contents.named[name] }

  func add(_ text: String) {
    if !text.isEmpty, text != texts.last { take(.typed(text)) }
  }

  func save(_ text: String, as name: String) {
    take(.saved(text, as: name))
  }

  func forget(_ name: String) {
    take(.forgotten(name: name))
  }

  private func take(_ change: FilterShelf.Change) {
    contents.take(change)
    let cause = shelf.keep(change, kind)
    if let cause, !isFailing { messages.post(.warning, "the filters are not kept for the next start: \(cause)") }
    isFailing = cause != nil
  }
}
