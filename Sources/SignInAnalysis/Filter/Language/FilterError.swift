/// Why a text is no filter.
public struct FilterError: Error, Hashable, Sendable {
  /// The term, or the part of it, that can't be read, in offsets of `Character`s; never empty.
  public let range: Range<Int>
  /// A phrase that goes on from *expected*: `a name`.
  public let expected: String

  public init(range: Range<Int>, expected: String) {
    self.range = range
    self.expected = expected
  }
}
