/// What fills one or two cells: a character with the marks that sit on it.
///
/// Only this module makes them, so a cell never holds text that a terminal could act on. At most five scalars long,
/// which is what a `cchar_t` of ncurses holds.
public struct Cluster: Hashable, Sendable {
  /// A visible scalar or blank, then at most `Cluster.markLimit` scalars of no width. Precomposed or decomposed as it
  /// came.
  public let text: String
  /// In cells: 1 or 2.
  public let width: Int

  /// Marks beyond this many are dropped.
  public static let markLimit = 4
  /// An empty cell.
  public static let blank = Cluster(text: " ", width: 1)

  init(text: String, width: Int) {
    self.text = text
    self.width = width
  }
}

extension Cluster {
  /// U+0020 to U+007E, so that common text allocates and looks up nothing.
  static let printableASCII = printableASCIIRange.map { Cluster(text: String(Unicode.Scalar($0)), width: 1) }
  static let printableASCIIRange: ClosedRange<UInt8> = 0x20...0x7E

  /// Nil outside printable ASCII.
  @inline(__always)
  static func ascii(_ value: UInt32) -> Cluster? {
    0x20...0x7E ~= value ? printableASCII[Int(value) - 0x20] : nil
  }

  /// Stands for scalars that must not reach a terminal.
  static func replacement(in repertoire: Repertoire) -> Cluster {
    repertoire == .unicode ? unicodeReplacement : unknownASCII
  }

  /// Stands where a text was cut.
  static func ellipsis(in repertoire: Repertoire) -> Cluster {
    repertoire == .unicode ? unicodeEllipsis : asciiEllipsis
  }

  /// Stands for an emoji of several scalars, on whose width no two terminals agree.
  static let placeholder = Cluster(text: "\u{25A1}", width: 1)
  static let dottedCircle = Cluster(text: String(dottedCircleScalar), width: 1)
  /// The base of marks that came without one.
  static let dottedCircleScalar: Unicode.Scalar = "\u{25CC}"
  static let unknownASCII = Cluster(text: "?", width: 1)
  private static let unicodeReplacement = Cluster(text: "\u{FFFD}", width: 1)
  private static let unicodeEllipsis = Cluster(text: "…", width: 1)
  private static let asciiEllipsis = Cluster(text: "~", width: 1)
}
