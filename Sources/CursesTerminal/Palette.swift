import CNcursesw
import TerminalUI

/// Styles as ncurses' attributes and colour pairs.
@MainActor
struct Palette {
  private let hasColors: Bool
  private let canDim: Bool

  /// Prepares the colours on the terminal's own background, where it has those that are needed.
  init(colors: Bool) {
    hasColors = colors && has_colors() && start_color() == OK && risktop_colors() >= 256
    canDim = risktop_capability("dim") != nil
    guard hasColors else { return }
    use_default_colors()
    for color in Style.Color.allCases {
      if let number = color.number { init_pair(Int16(color.rawValue), Int16(number), -1) }
    }
  }

  /// Makes the following text appear in a style.
  func select(_ style: Style) {
    var attributes: UInt32 = 0
    if style.isBold { attributes |= risktop_attribute_bold() }
    if style.isDim, canDim { attributes |= risktop_attribute_dim() }
    if style.isReversed { attributes |= risktop_attribute_reverse() }
    if style.isUnderlined { attributes |= risktop_attribute_underline() }
    attr_set(attributes, hasColors ? Int16(style.color.rawValue) : 0, nil)
  }
}
