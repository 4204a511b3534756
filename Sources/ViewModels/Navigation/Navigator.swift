/// The places on the way to where the user is: each lies over the one beneath or takes its room.
@MainActor
public struct Navigator {
  /// From the first place to the one on top; never empty.
  public private(set) var places: [Place]
  private let first: Place

  init(first: Place) {
    self.first = first
    places = [first]
  }

  /// The place that commands go to.
  public var top: Place { places.last ?? first }

  /// The place that fills the screen, with those that lie over it.
  public var visible: ArraySlice<Place> {
    places[(places.lastIndex { !$0.kind.isOverlay } ?? 0)...]
  }

  /// The place that fills the screen.
  public var ground: Place { visible.first ?? first }

  /// Where the user is, from the first place on; may contain foreign text.
  public var trail: [String] { places.flatMap(\.model.title) }

  mutating func open(_ place: Place) {
    if !place.kind.isOverlay { leaveVisible() }
    places.append(place)
    place.model.appear()
  }

  /// Closes the place on top. False if there is none beneath.
  mutating func close() -> Bool {
    guard places.count > 1, let closed = places.popLast() else { return false }
    closed.model.leave()
    closed.model.close()
    if !closed.kind.isOverlay { for place in visible { place.model.appear() } }
    return true
  }

  /// Puts a place where the one that fills the screen was, and closes what lay over that.
  mutating func replaceGround(by place: Place) {
    let replaced = visible
    leaveVisible()
    places.removeLast(replaced.count)
    for place in replaced.reversed() { place.model.close() }
    places.append(place)
    place.model.appear()
  }

  /// From the place on top down.
  private func leaveVisible() {
    for place in visible.reversed() { place.model.leave() }
  }
}
