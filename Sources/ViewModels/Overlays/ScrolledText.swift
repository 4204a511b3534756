/// Lines of text of which as many are in sight as there is room for.
@MainActor
public final class ScrolledText: MovableList {
  /// The first line in sight, counted from 0.
  public private(set) var top = 0
  private var count = 0
  private var height = 1

  /// Says how many lines there are, and how many there is room for.
  public func resize(height: Int, count: Int) {
    (self.height, self.count) = (max(1, height), count)
    select(top)
  }

  func move(_ movement: ListMovement) {
    switch movement {
    case .up: select(top - 1)
    case .down: select(top + 1)
    case .pageUp: select(top - height)
    case .pageDown: select(top + height)
    case .halfPageUp: select(top - max(1, height / 2))
    case .halfPageDown: select(top + max(1, height / 2))
    case .first: select(0)
    case .last: select(count)
    }
  }

  /// Scrolls as little as brings a line into sight.
  func reveal(_ line: Int) {
    if line < top { select(line) } else if line >= top + height { select(line - height + 1) }
  }

  func select(_ place: Int) {
    top = max(0, min(place, count - height))
  }
}
