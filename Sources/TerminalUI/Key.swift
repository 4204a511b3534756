/// A key press, or a paste, as the terminal reported it.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a lower-case letter.
  case control(Character)
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
  /// A bracketed paste, as it came: foreign text.
  case paste(String)
}
