/// A term as it stands in the text, whether it means anything or not. Ranges are offsets of scalars.
struct WrittenTerm {
  /// With its `-`.
  var range: Range<Int>
  var isNegated: Bool
  /// What stands before the first colon.
  var field: WrittenPart?
  /// At least one; what stands between commas.
  var values: [WrittenValue]
}

/// A piece of a term.
struct WrittenPart {
  let range: Range<Int>
  let text: String
}

/// One value of a term.
struct WrittenValue {
  enum Form {
    case plain
    case quoted
    /// A regular expression between slashes.
    case expression
  }

  let form: Form
  /// With its quotes or slashes.
  let range: Range<Int>
  /// What it says, without quotes; an expression still has its escapes.
  let text: String
  /// False while the closing quote or slash is missing.
  var isClosed = true
  /// What follows the closing quote or slash and should not be there.
  var stray = 0..<0
}
