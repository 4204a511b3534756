/// Which part of a list is on the screen, and which of its rows is selected: places, counted from 0.
public struct ListViewport: Hashable, Sendable {
  /// The selected place; 0 in an empty list.
  public private(set) var selected = 0
  /// The first place on the screen.
  public private(set) var top = 0
  /// Rows on the screen; at least 1.
  public private(set) var height = 1
  /// Rows in the list.
  public private(set) var count = 0
  /// Which way the last movement went: 1 down, -1 up.
  public private(set) var direction = 1

  public init() {}

  /// The places on the screen.
  public var visible: Range<Int> {
    top..<min(count, top + height)
  }

  /// A screen of places in the direction of travel.
  var ahead: Range<Int> {
    direction > 0 ? top + height..<top + 2 * height : max(0, top - height)..<top
  }

  mutating func resize(height newHeight: Int) {
    height = max(1, newHeight)
    reveal()
  }

  mutating func setCount(_ newCount: Int) {
    count = max(0, newCount)
    reveal()
  }

  mutating func move(by rows: Int) {
    direction = rows < 0 ? -1 : 1
    selected += rows
    reveal()
  }

  /// Moves what is shown together with the selection, as a page key does.
  mutating func scroll(by rows: Int) {
    top = min(max(0, top + rows), max(0, count - height))
    move(by: rows)
  }

  mutating func select(_ place: Int) {
    if place != selected { direction = place < selected ? -1 : 1 }
    selected = place
    reveal()
  }

  /// Puts the selected place on a line of the screen, counted from 0, as far as that can be.
  mutating func scroll(toLine line: Int) {
    top = max(0, selected - line)
    reveal()
  }

  /// Rows were inserted or removed above: the same rows stay on the same lines of the screen.
  mutating func shift(by rows: Int) {
    selected += rows
    top += rows
    reveal()
  }

  private mutating func reveal() {
    selected = min(max(0, selected), max(0, count - 1))
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = max(0, min(top, max(0, count - height)))
  }
}
