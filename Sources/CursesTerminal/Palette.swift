import CNcursesw
import TerminalUI

/// Styles as ncurses' attributes and colour pairs.
@MainActor
struct Palette {
  private let hasColors: Bool
  private let pairs: [Style.Color: Int16] = [.red: 1, .green: 2, .yellow: 3, .blue: 4, .magenta: 5, .cyan: 6]
  private let canDim: Bool

  /// Prepares the terminal's own colours on its own background, where it has any.
  init(colors: Bool) {
    hasColors = colors && has_colors() && start_color() == OK
    canDim = risktop_capability("dim") != nil
    guard hasColors else { return }
    use_default_colors()
    // The six colours of ANSI terminals have the numbers 1 to 6 in ncurses, in this order.
    for pair in pairs.values { init_pair(pair, pair, -1) }
  }

  /// Makes the following text appear in a style.
  func select(_ style: Style) {
    var attributes: UInt32 = 0
    if style.isBold { attributes |= risktop_attribute_bold() }
    if style.isDim, canDim { attributes |= risktop_attribute_dim() }
    if style.isReversed { attributes |= risktop_attribute_reverse() }
    if style.isUnderlined { attributes |= risktop_attribute_underline() }
    attr_set(attributes, hasColors ? pairs[style.color] ?? 0 : 0, nil)
  }
}
