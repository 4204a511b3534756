/// How a cell looks.
public struct Style: Hashable, Sendable {
  public enum Color: UInt8, Sendable, CaseIterable {
    /// The terminal's own foreground.
    case standard
    case red
    case blue
    case magenta

    /// Its number among the 256 colours of xterm; nil for the terminal's own foreground.
    ///
    /// Of the colours that terminals with 256 of them agree on, these can be read on black and on white alike: their
    /// contrast is at least 4.5 to 1 on both (WCAG 2.1, 1.4.3). None of the first sixteen is, so that a terminal with
    /// no more is shown none.
    public var number: Int? {
      switch self {
      case .standard: nil
      case .red: 131
      case .blue: 63
      case .magenta: 163
      }
    }
  }

  public var color: Color
  public var isBold: Bool
  public var isDim: Bool
  public var isReversed: Bool
  public var isUnderlined: Bool

  public init(
    color: Color = .standard, isBold: Bool = false, isDim: Bool = false, isReversed: Bool = false,
    isUnderlined: Bool = false
  ) {
    self.color = color
    self.isBold = isBold
    self.isDim = isDim
    self.isReversed = isReversed
    self.isUnderlined = isUnderlined
  }

  public static let plain = Style()
  /// Labels, placeholders and what can be overlooked.
  public static let quiet = Style(isDim: true)
  public static let heading = Style(isBold: true)
  public static let risk = Style(color: .red, isBold: true)
  public static let failure = Style(color: .magenta)
  public static let notice = Style(color: .blue, isBold: true)

  /// The bar over the selected row. It has no colours of its own: changing them within a row is most of what moving the
  /// bar would cost on the wire.
  public static let selected = Style(isReversed: true)
}
