/// Scalars with their kinds, one looked ahead.
struct ScalarReader: Sendable {
  typealias Entry = (scalar: Unicode.Scalar, kind: ScalarKind)

  private var rest: String.UnicodeScalarView.Iterator
  private(set) var upcoming: Entry?

  init(_ text: String) {
    rest = text.unicodeScalars.makeIterator()
    upcoming = nil
    upcoming = following()
  }

  mutating func next() -> Entry? {
    guard let current = upcoming else { return nil }
    upcoming = following()
    return current
  }

  /// Takes scalars off the front for as long as they satisfy `condition`.
  mutating func skip(while condition: (ScalarKind) -> Bool) {
    while let entry = upcoming, condition(entry.kind) { upcoming = following() }
  }

  /// Takes the upcoming scalar and says whether it was of this kind; else takes nothing.
  mutating func skip(_ kind: ScalarKind) -> Bool {
    guard upcoming?.kind == kind else { return false }
    upcoming = following()
    return true
  }

  /// Takes a joiner and the pictograph after it; takes nothing if that is not what comes.
  mutating func skipJoinedPictograph() -> Bool {
    guard upcoming?.kind == .joiner else { return false }
    var ahead = self
    ahead.upcoming = ahead.following()
    guard let joined = ahead.upcoming, joined.kind.isPictograph else { return false }
    ahead.upcoming = ahead.following()
    self = ahead
    return true
  }

  /// `first` with those of the upcoming Korean letters that belong to its syllable.
  mutating func syllable(from first: Unicode.Scalar) -> Unicode.Scalar {
    var syllable = first
    while let next = upcoming, let composed = HangulSyllable.composed(syllable, next.scalar) {
      syllable = composed
      upcoming = following()
    }
    return syllable
  }

  private mutating func following() -> Entry? {
    guard let scalar = rest.next() else { return nil }
    // Most of what comes is plain ASCII, which needs no search.
    return (scalar, 0x20...0x7E ~= scalar.value ? .narrow : ScalarKind(of: scalar))
  }
}
