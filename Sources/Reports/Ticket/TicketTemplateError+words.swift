import SignInAnalysis

extension TicketTemplateError {
  /// Where it is, what is wrong, and what to write. Contains what stands in the template.
  public var sentence: String { "line \(line), column \(column): \(words)" }

  private var words: String {
    switch reason {
    case .unknownField(let name): "there is no field {\(name)}; \(Self.suggestion(for: name))"
    case .unclosedBrace: "this brace is not closed in its line; a field is written {user}, a brace {{"
    case .strayBrace: "this brace closes nothing; write }} for a brace"
    case .blockNotAlone(let name): "{\(name)} must stand alone in its line"
    case .unclosedBlock(let name): "{\(name)} has no {end}"
    case .endWithoutBlock: "{end} ends nothing: no block is open here"
    }
  }

  private static func suggestion(for name: String) -> String {
    let names = TicketField.allCases.map(\.rawValue) + TicketBlock.allCases.map(\.rawValue)
    let near = NearestName.all(near: name, among: names)
    return "there are " + (near.isEmpty ? names : near).map { "{\($0)}" }.joined(separator: ", ")
  }
}
