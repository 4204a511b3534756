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
  mutating func complete(_ list: FilterList, among seen: SeenValues) {
    if candidates.isEmpty {
      let completion = FilterCompletion.candidates(
        for: line.text, cursor: line.cursor, of: list, among: seen, limit: 20)
      (replacing, candidates, chosen) = (completion.replacing, completion.candidates, 0)
    } else {
      chosen = (chosen + 1) % candidates.count
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
