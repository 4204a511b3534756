/// The movements that every list knows.
public enum ListMovement: Hashable, Sendable {
  case up
  case down
  case pageUp
  case pageDown
  case halfPageUp
  case halfPageDown
  case first
  case last
}

extension ListViewport {
  mutating func move(_ movement: ListMovement) {
    switch movement {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: scroll(by: -height)
    case .pageDown: scroll(by: height)
    case .halfPageUp: scroll(by: -max(1, height / 2))
    case .halfPageDown: scroll(by: max(1, height / 2))
    case .first: select(0)
    case .last: select(count - 1)
    }
  }
}
