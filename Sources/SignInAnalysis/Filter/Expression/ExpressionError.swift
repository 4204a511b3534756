/// Why a text is no regular expression.
struct ExpressionError: Error, Hashable, Sendable {
  /// The part that is wrong, in offsets of scalars; empty for the whole.
  let range: Range<Int>
  /// A phrase that goes on from *expected*.
  let expected: String
}
