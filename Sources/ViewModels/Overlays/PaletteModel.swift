/// Finds a command of the place beneath by some letters of its words, or goes to a row by its number.
@MainActor
public final class PaletteModel: PlaceModel, LinePrompt {
  public enum Match: Hashable, Sendable {
    case command(CommandID)
    /// Counted from 1.
    case row(Int)
    /// A filter that has a name comes in force.
    case filter(String)
    /// The filter in force is kept under a name; empty while none is typed.
    case save(String)
    case forget(String)
    /// A tenant is opened.
    case tenant(TenantIdentity)
  }

  private(set) var line: PromptModel?
  /// What fits, the best first.
  public private(set) var matches: [Match] = []
  public private(set) var viewport = ListViewport()
  private let commands: [Command]
  private let filter: FilterEditor?
  private let tenants: [TenantIdentity]

  /// - Parameters:
  ///   - filter: that of the place beneath; nil where it has none.
  ///   - tenants: those that can be opened, more likely ones first; may hold one twice.
  ///   - text: what is typed to begin with.
  init(
    over kind: Place.Kind, filter: FilterEditor? = nil, tenants: [TenantIdentity] = [], typing text: String = ""
  ) {
    commands = Command.all.filter { kind.offers($0) && $0.id != .palette }
    self.filter = filter
    var known: Set<TenantIdentity> = []
    self.tenants = tenants.filter { known.insert($0).inserted }
    line = PromptModel(text: text, history: [])
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
    case .tenant(let tenant): return .closeThen(.open(.tenant(tenant)))
    case .filter(let name): filter?.use(named: name)
    case .save(let name):
      if name.isEmpty { return .stay }
      filter?.save(as: name)
    case .forget(let name): filter?.forget(name)
    }
    return .closeThen(.stay)
  }

  /// The place closes instead.
  func cancel() -> Bool { false }

  private func find() {
    let text = typed.text.trimmingSpaces
    matches = row(text) ?? ofFilters(typed.text) ?? ranked(text)
    viewport.setCount(matches.count)
    viewport.select(0)
  }

  private func row(_ text: String) -> [Match]? {
    Int(text).flatMap { $0 > 0 ? [.row($0)] : nil }
  }

  /// `save NAME` and `forget NAME`.
  private func ofFilters(_ text: String) -> [Match]? {
    guard let filter else { return nil }
    if let name = text.argument(of: "save") { return [.save(name)] }
    guard let name = text.argument(of: "forget") else { return nil }
    let known = filter.names.filter { FuzzyMatch(name, in: $0) != nil }
    return (known.contains(name) ? [name] : known).map(Match.forget)
  }

  /// Commands, filters with a name and, once something is typed, tenants, those that fit best first.
  private func ranked(_ text: String) -> [Match] {
    let ofCommands = commands.map { (Match.command($0.id), "\($0.title) \($0.id.rawValue)") }
    let ofFilters = (filter?.names ?? []).map { (Match.filter($0), "filter: \($0)") }
    let ofTenants = text.isEmpty ? [] : tenants.map { (Match.tenant($0), $0.names.joined(separator: " ")) }
    let ranked = (ofCommands + ofFilters + ofTenants).enumerated().compactMap { place, choice in
      FuzzyMatch(text, in: choice.1).map { (place, $0.cost, choice.0) }
    }
    return ranked.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
  }
}

extension String {
  /// What stands behind a word and a space; nil where another text begins.
  fileprivate func argument(of word: String) -> String? {
    hasPrefix(word + " ") ? String(dropFirst(word.count + 1)).trimmingSpaces : nil
  }

  fileprivate var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
