/// A key press, or a paste, as the terminal reported it.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a lower-case letter.
  case control(Character)
  /// Alt, or Escape right before, with a character.
  case alt(Character)
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case function(Int)
  /// Ctrl with Left, and with Right.
  case wordLeft
  case wordRight
  /// The mouse's wheel, a step up or down.
  case wheelUp
  case wheelDown
  /// The mouse's first button was pressed over a cell.
  case click(Position)
  /// A bracketed paste, as it came: foreign text.
  case paste(String)
}
