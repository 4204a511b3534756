/// How a cell looks. Colours are the terminal's own, so that its theme decides what they are on a dark or a light
/// background.
public struct Style: Hashable, Sendable {
  public enum Color: UInt8, Sendable, CaseIterable {
    /// The terminal's own foreground.
    case standard
    case red
    case green
    case yellow
    case blue
    case magenta
    case cyan
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
  public static let title = Style(color: .cyan, isBold: true)
  public static let risk = Style(color: .red, isBold: true)
  public static let failure = Style(color: .magenta)
  public static let notice = Style(color: .blue, isBold: true)

  /// The bar over the selected row. It has no colours of its own: changing them within a row is most of what moving the
  /// bar would cost on the wire.
  public static let selected = Style(isReversed: true)
}
