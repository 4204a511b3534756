/// Finds a command of the place beneath by some letters of its words, or goes to a row by its number.
@MainActor
public final class PaletteModel: PlaceModel, LinePrompt {
  public enum Match: Hashable, Sendable {
    case command(CommandID)
    /// Counted from 1.
    case row(Int)
  }

  private(set) var line: PromptModel? = PromptModel(text: "", history: [])
  /// What fits, the best first.
  public private(set) var matches: [Match] = []
  public private(set) var viewport = ListViewport()
  private let commands: [Command]

  init(over kind: Place.Kind) {
    commands = Command.all.filter { kind.offers($0) && $0.id != .palette }
    find()
  }

  var prompt: (any LinePrompt)? { self }

  public var typed: PromptModel { line ?? PromptModel(text: "", history: []) }

  /// Says how many matches there is room for.
  public func resize(height: Int) {
    viewport.resize(height: height)
  }

  func edit(_ edit: PromptModel.Edit) {
    switch edit {
    case .older: viewport.move(by: -1)
    case .newer: viewport.move(by: 1)
    case .insert, .deleteBackward, .deleteForward, .deleteWord, .deleteToStart, .left, .right, .wordLeft,
      .wordRight, .start, .end:
      line?.apply(edit)
      find()
    }
  }

  /// Goes on to the next match, and from the last to the first.
  func complete() {
    viewport.select(viewport.selected + 1 < viewport.count ? viewport.selected + 1 : 0)
  }

  func accept() -> Step {
    guard matches.indices.contains(viewport.selected) else { return .stay }
    switch matches[viewport.selected] {
    case .command(let id): return .closeThen(.perform(id))
    case .row(let number): return .closeThen(.select(row: number))
    }
  }

  /// The place closes instead.
  func cancel() -> Bool { false }

  private func find() {
    let text = typed.text.trimmingSpaces
    if let row = Int(text), row > 0 {
      matches = [.row(row)]
    } else {
      let ranked = commands.enumerated().compactMap { place, command in
        FuzzyMatch(text, in: "\(command.title) \(command.id.rawValue)").map { (place, $0.cost, command.id) }
      }
      matches = ranked.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { .command($0.2) }
    }
    viewport.setCount(matches.count)
    viewport.select(0)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
