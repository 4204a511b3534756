import SignInAnalysis

/// A filter being typed: the line, and the completions that fit.
public struct FilterPrompt: Sendable {
  public private(set) var line: PromptModel
  /// What could stand where the cursor is, the one put in first; empty unless completion was asked for.
  public private(set) var candidates: [String] = []
  /// The characters of the line that the candidates replace.
  private var replacing = 0..<0
  private var chosen = 0

  init(text: String, history: [String]) {
    line = PromptModel(text: text, history: history)
  }

  mutating func apply(_ edit: PromptModel.Edit) {
    line.apply(edit)
    candidates = []
  }

  /// Puts in the first candidate; asked again, the next one.
  /// - Parameter named: filters by their names; where the line is the beginning of a name, its filter is put in.
  mutating func complete(_ list: FilterList, among seen: SeenValues, named: [String: String] = [:]) {
    if candidates.isEmpty, !line.text.isEmpty, line.cursor == line.text.count {
      let names = named.keys.filter { folded($0).hasPrefix(folded(line.text)) }.sorted()
      (replacing, candidates, chosen) = (0..<line.cursor, names.compactMap { named[$0] }, 0)
    } else if !candidates.isEmpty {
      chosen = (chosen + 1) % candidates.count
    }
    if candidates.isEmpty {
      let completion = FilterCompletion.candidates(
        for: line.text, cursor: line.cursor, of: list, among: seen, limit: 20)
      (replacing, candidates, chosen) = (completion.replacing, completion.candidates, 0)
    }
    guard candidates.indices.contains(chosen) else { return }
    line.replace(replacing, with: candidates[chosen])
    replacing = replacing.lowerBound..<replacing.lowerBound + candidates[chosen].count
  }

  /// The candidates behind the one that was put in.
  public var alternatives: [String] {
    Array((candidates + candidates).dropFirst(chosen + 1).prefix(max(0, candidates.count - 1)))
  }
}
