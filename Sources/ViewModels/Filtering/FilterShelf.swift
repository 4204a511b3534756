/// The filters of earlier starts of the program, and the way to keep others.
public struct FilterShelf: Sendable {
  /// For which lists a filter is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case tenants
    case signIns = "sign-ins"
    case addresses
  }

  /// A change of what is kept.
  public enum Change: Hashable, Sendable {
    /// A filter was typed.
    case typed(String)
    case saved(String, as: String)
    case forgotten(name: String)
  }

  /// What is kept of one kind.
  public struct Contents: Hashable, Sendable {
    /// Typed filters: the newest at the end, each once.
    public var typed: [String]
    /// By their names.
    public var named: [String: String]

    public init(typed: [String] = [], named: [String: String] = [:]) {
      self.typed = typed
      self.named = named
    }
  }

  /// What is kept; with what is wrong with it, as a sentence, where something is.
  let contents: [Kind: Contents]
  let problem: String?
  /// Keeps a change. Gives the cause where that has failed, as the end of a sentence.
  let keep: @MainActor @Sendable (Change, Kind) -> String?

  /// Nothing is kept.
  public static let none = FilterShelf(contents: [:]) { _, _ in nil }

  public init(
    contents: [Kind: Contents], problem: String? = nil,
    keep: @escaping @MainActor @Sendable (Change, Kind) -> String?
  ) {
    self.contents = contents
    self.problem = problem
    self.keep = keep
  }
}

extension FilterShelf.Contents {
  /// Typed filters that are kept at most.
  public static let mostTyped = 100

  public mutating func take(_ change: FilterShelf.Change) {
    switch change {
    case .typed(let text):
      typed.removeAll { $0 == text }
      typed.append(text)
      typed.removeFirst(max(0, typed.count - Self.mostTyped))
    case .saved(let text, let name): named[name] = text
    case .forgotten(let name): named[name] = nil
    }
  }
}
