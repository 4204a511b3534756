import Elements

/// One of the conditions that must all hold.
public struct FilterTerm: Hashable, Sendable {
  /// Where it stands in the text, its `-` included, in offsets of `Character`s.
  public let range: Range<Int>
  /// Whether it must not hold.
  public let isNegated: Bool
  /// Nil for a word or an expression that is looked for everywhere.
  public let field: FilterField?
  let condition: FilterCondition
}

/// What a term asks for.
enum FilterCondition: Hashable, Sendable {
  /// One of the field's texts contains one of these.
  case texts(TextChoice)
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
}

/// Words and expressions of which one has to be found.
struct TextChoice: Hashable, Sendable {
  /// Folded, and never empty.
  var words: [String] = []
  var expressions: [TextExpression] = []
}
