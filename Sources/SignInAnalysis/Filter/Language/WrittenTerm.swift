/// A term as it stands in the text, whether it means anything or not. Ranges are offsets of scalars.
struct WrittenTerm {
  /// With its `-`.
  var range: Range<Int>
  var isNegated: Bool
  /// What stands before the first colon or comparison.
  var field: WrittenPart?
  /// The colon or comparison; `:` where there is no field.
  var sign = ":"
  /// At least one; what stands between commas.
  var values: [WrittenValue]

  /// The word that this is, if it is nothing but a word.
  var bareWord: WrittenValue? {
    guard field == nil, values.count == 1, let value = values.first, value.form == .plain else { return nil }
    return value
  }
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

/// What a filter's text is made of. Ranges are offsets of scalars.
enum FilterToken {
  case term(WrittenTerm)
  /// `(`, or `-(`.
  case open(Range<Int>, isNegated: Bool)
  case close(Range<Int>)
  case or(Range<Int>)
  case not(Range<Int>)

  var range: Range<Int> {
    switch self {
    case .term(let term): term.range
    case .open(let range, _), .close(let range), .or(let range), .not(let range): range
    }
  }
}
