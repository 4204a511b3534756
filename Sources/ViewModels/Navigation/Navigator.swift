/// Where the user is: for each root the way that was gone from it, and which root is on the screen. On a way each place
/// lies over the one beneath or takes its room.
@MainActor
public struct Navigator {
  public private(set) var root: Root
  private var ways: [Root: [Place]]
  private let first: Place

  /// - Parameter roots: the first place of each root; the tenants' is there in any case.
  init(tenants: Place, others: [Root: Place] = [:]) {
    root = .tenants
    first = tenants
    ways = others.mapValues { [$0] }
    ways[.tenants] = [tenants]
  }

  /// Whether a root can be gone to.
  public func has(_ root: Root) -> Bool { ways[root] != nil }

  /// From the root's first place to the one on top; never empty.
  public var places: [Place] { ways[root] ?? [first] }

  /// The places of all ways.
  var all: [Place] { Root.allCases.flatMap { ways[$0] ?? [] } }

  /// The place that commands go to.
  public var top: Place { places.last ?? first }

  /// The place that fills the screen, with those that lie over it.
  public var visible: ArraySlice<Place> {
    let places = places
    return places[(places.lastIndex { !$0.kind.isOverlay } ?? 0)...]
  }

  /// The place that fills the screen.
  public var ground: Place { visible.first ?? first }

  /// What the header says of the way, from the root's own name on; may contain foreign text.
  public var trail: [String] { places.flatMap(\.model.title) }

  mutating func open(_ place: Place) {
    if !place.kind.isOverlay { leaveVisible() }
    ways[root, default: [first]].append(place)
    place.model.appear()
  }

  /// Closes the place on top. False if there is none beneath.
  mutating func close() -> Bool {
    guard places.count > 1, let closed = ways[root]?.popLast() else { return false }
    closed.model.leave()
    closed.model.close()
    if !closed.kind.isOverlay { appearVisible() }
    return true
  }

  /// Puts a place where the one that fills the screen was, and closes what lay over that.
  mutating func replaceGround(by place: Place) {
    let replaced = visible
    leaveVisible()
    ways[root]?.removeLast(replaced.count)
    for place in replaced.reversed() { place.model.close() }
    ways[root, default: []].append(place)
    place.model.appear()
  }

  /// Goes to another root, to where its way has led; from the same root back to its first place.
  mutating func go(to wanted: Root) {
    guard wanted != root else {
      while close() {}
      return
    }
    guard ways[wanted] != nil else { return }
    leaveVisible()
    root = wanted
    appearVisible()
  }

  /// From the place on top down.
  private func leaveVisible() {
    for place in visible.reversed() { place.model.leave() }
  }

  private func appearVisible() {
    for place in visible { place.model.appear() }
  }
}
