import SignInAnalysis

/// A list that can be filtered.
@MainActor
protocol FilteredList: AnyObject {
  var filterFields: FilterList { get }
  /// The filter in force, as it was typed; empty for none.
  var filterText: String { get }
  /// What is wrong with the filter that was given last; the one in force is the last that could be read.
  var filterError: FilterError? { get }
  var seenValues: SeenValues { get }
  /// Filters what is loaded.
  /// - Parameter isTyping: more may be typed, so that a word that may become a field's name is not searched for yet.
  func setFilter(_ text: String, isTyping: Bool)
  /// The typing has come to rest: what the filter needs may be read.
  func readOnForFilter()
}

/// The filter of one list: the prompt while it is open, and changes by a term.
@MainActor
public final class FilterEditor: LinePrompt {
  /// How long after the last key something is read for a filter.
  static let restAfterTyping: Duration = .milliseconds(400)

  /// The prompt, while it is open.
  public private(set) var prompt: FilterPrompt?
  private weak var filtered: (any FilteredList)?
  let history: FilterHistory
  let messages: MessageLog
  private let pause: @Sendable (Duration) async -> Void
  private let onChange: @MainActor () -> Void
  private var rest: Task<Void, Never>?

  init(of list: any FilteredList, history: FilterHistory, context: PlaceContext) {
    filtered = list
    self.history = history
    messages = context.messages
    pause = context.pause
    onChange = context.onChange
  }

  /// The filter in force, as it was typed; empty for none.
  public var text: String { filtered?.filterText ?? "" }

  /// What is wrong with the filter that is being typed.
  public var error: FilterError? { filtered?.filterError }

  // MARK: The prompt

  func open() -> Step {
    prompt = FilterPrompt(text: text, history: history.texts)
    return .stay
  }

  var line: PromptModel? { prompt?.line }

  func edit(_ edit: PromptModel.Edit) {
    prompt?.apply(edit)
    lineChanged()
  }

  func complete() {
    guard let filtered else { return }
    prompt?.complete(filtered.filterFields, among: filtered.seenValues, named: history.named)
    lineChanged()
  }

  /// Keeps the filter and closes the prompt, unless the filter can't be read.
  func accept() -> Step {
    guard let prompt else { return .stay }
    rest?.cancel()
    filtered?.setFilter(prompt.line.text, isTyping: false)
    guard error == nil else { return .stay }
    filtered?.readOnForFilter()
    history.add(prompt.line.text)
    self.prompt = nil
    return .stay
  }

  /// Closes the prompt and puts the filter back that was there before. False if it was not open.
  func cancel() -> Bool {
    guard let prompt else { return false }
    rest?.cancel()
    self.prompt = nil
    filtered?.setFilter(prompt.line.original, isTyping: false)
    return true
  }

  private func lineChanged() {
    guard let line else { return }
    filtered?.setFilter(line.text, isTyping: true)
    rest?.cancel()
    rest = Task { [weak self, pause] in
      await pause(FilterEditor.restAfterTyping)
      guard !Task.isCancelled else { return }
      self?.typingRested()
    }
  }

  private func typingRested() {
    guard let line else { return }
    filtered?.setFilter(line.text, isTyping: false)
    filtered?.readOnForFilter()
    onChange()
  }

  // MARK: Changes by a term

  /// Puts another filter in force.
  func set(_ text: String) {
    filtered?.setFilter(text, isTyping: false)
    filtered?.readOnForFilter()
  }

  /// Changes the filter by a term.
  func change(_ change: (FilterText) -> FilterText) -> Step {
    set(change(FilterText(text)).text)
    return .stay
  }

  /// Takes the filter away. False if there is none.
  func clear() -> Bool {
    guard !text.isEmpty else { return false }
    set("")
    return true
  }
}
