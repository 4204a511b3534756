/// A few things of which one is taken.
@MainActor
public final class ChoiceModel: PlaceModel, MovableList {
  public struct Item: Sendable {
    public let text: String
    let take: @MainActor @Sendable () -> Step
  }

  /// What is chosen.
  public let heading: String
  public let items: [Item]
  public private(set) var viewport = ListViewport()

  init(_ heading: String, _ items: [Item], selected: Int = 0) {
    self.heading = heading
    self.items = items
    viewport.setCount(items.count)
    viewport.select(selected)
  }

  /// Says how many items there is room for.
  public func resize(height: Int) {
    viewport.resize(height: height)
  }

  func move(_ movement: ListMovement) { viewport.move(movement) }
  func select(_ place: Int) { viewport.select(place) }

  /// What the selected item asks for, once the choice is closed.
  func choose() -> Step {
    items.indices.contains(viewport.selected) ? items[viewport.selected].take() : .stay
  }

  var list: (any MovableList)? { self }
  var choice: ChoiceModel? { self }
}
