import Elements

/// One condition of a filter.
public struct FilterTerm: Hashable, Sendable {
  /// Where it stands in the text, its `-` included, in offsets of `Character`s.
  public let range: Range<Int>
  /// Whether it must not hold, once all `-` and `not` before it and around it are taken together.
  public let isNegated: Bool
  /// Nil for a word or an expression that is looked for everywhere.
  public let field: FilterField?
  /// Whether it is a word at the end of the text that begins a field's name, and may become one when the typing goes
  /// on.
  public let isUnfinishedFieldName: Bool
  var condition: FilterCondition
}

/// What a term asks for.
enum FilterCondition: Hashable, Sendable {
  /// One of the field's texts contains one of these.
  case texts(TextChoice)
  /// One of the field's texts is one of these, which are folded, or contains one of the expressions.
  case labels(Set<String>, TextChoice)
  /// The country is one of these codes, or is called so.
  case country(codes: Set<String>, names: TextChoice)
  /// The address is in one of the networks, or its text contains one of these.
  case address([IPNetwork], TextChoice)
  /// The verdict is one of these; one that was not said is none.
  case risk(Set<Bool>)
  /// At this time or later.
  case since(Timestamp)
  /// Before this time.
  case until(Timestamp)
  case hours(HourSet)
  /// A signal of one of these rules, or of one of these severities, belongs to it; a quiet one counts only where quiet
  /// ones are asked for as well.
  case signal(Set<SignalRule>, countsQuiet: Bool)
  case severity(Set<SignalSeverity>, countsQuiet: Bool)
  /// A quiet signal belongs to it.
  case quiet
  /// It is part of a stay.
  case stayed
  /// The address is in a labelled network of one of these kinds, or with one of these in its name.
  case network(Set<NetworkKind>, TextChoice)
  /// The number is so to one of these.
  case number(NumberComparison, [Int])
}

/// Words and expressions of which one has to be found.
struct TextChoice: Hashable, Sendable {
  /// Folded, and never empty.
  var words: [String] = []
  var expressions: [TextExpression] = []

  var isEmpty: Bool { words.isEmpty && expressions.isEmpty }
}

/// How a number has to be to another.
enum NumberComparison: String, Hashable, Sendable {
  case above = ">"
  case atLeast = ">="
  case below = "<"
  case atMost = "<="
  case equal = "="

  func holds(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .above: left > right
    case .atLeast: left >= right
    case .below: left < right
    case .atMost: left <= right
    case .equal: left == right
    }
  }
}
