import Elements

/// Places of a view that stand too close for a label each.
public struct MapCluster: Hashable, Sendable {
  /// Where it is marked: a cell of the view, from the top left.
  public let column: Int
  public let row: Int
  public let signIns: Int
  public let risky: Int
  /// The places in it, the one with most sign-ins first.
  public let places: [MapPlace]

  /// Around the places, for looking closer; the one with most sign-ins.
  public var middle: Location? { places.first?.location }
}

/// The sign-ins of a view.
public struct MapClusters: Sendable {
  /// From the top left, row by row.
  public let clusters: [MapCluster]
  /// Sign-ins that have a place outside the view.
  public let outside: Int
  public let view: MapView

  /// Dots of a cell: those of a character in braille.
  public static let cellColumns = 2
  public static let cellRows = 4
  /// Cells that a label may take.
  public static let labelWidth = 6
  public static let labelHeight = 2

  /// Puts places that fall into one field of `labelWidth` x `labelHeight` cells together. A cluster is marked at the
  /// cell of its place with most sign-ins.
  public init(_ places: [MapPlace], in view: MapView) {
    var fields: [Field: [MapPlace]] = [:]
    var outside = 0
    for place in places {
      guard let dot = view.dot(of: place.location) else {
        outside += place.signIns
        continue
      }
      let field = Field(
        row: dot.row / MapClusters.cellRows / MapClusters.labelHeight,
        column: dot.column / MapClusters.cellColumns / MapClusters.labelWidth)
      fields[field, default: []].append(place)
    }
    clusters = fields.keys.sorted().compactMap { field in
      MapCluster(fields[field, default: []].sorted(by: MapPlace.isBefore), in: view)
    }
    self.outside = outside
    self.view = view
  }

  private struct Field: Hashable, Comparable {
    let row: Int
    let column: Int

    static func < (left: Field, right: Field) -> Bool { (left.row, left.column) < (right.row, right.column) }
  }
}

extension MapCluster {
  fileprivate init?(_ places: [MapPlace], in view: MapView) {
    guard let dot = places.first.flatMap({ view.dot(of: $0.location) }) else { return nil }
    self.init(
      column: dot.column / MapClusters.cellColumns, row: dot.row / MapClusters.cellRows,
      signIns: places.reduce(0) { $0 + $1.signIns }, risky: places.reduce(0) { $0 + $1.risky }, places: places)
  }
}

extension MapPlace {
  /// Most sign-ins first; the rest makes the order the same whichever came first.
  fileprivate static func isBefore(_ left: MapPlace, _ right: MapPlace) -> Bool {
    if left.signIns != right.signIns { return left.signIns > right.signIns }
    let (one, other) = (left.location, right.location)
    return (one.latitude, one.longitude, left.city ?? "", left.country ?? "")
      < (other.latitude, other.longitude, right.city ?? "", right.country ?? "")
  }
}

extension MapClusters {
  /// The cluster nearest to another one in a direction: what is sideways counts twice. Nil where there is none.
  public func nearest(to place: Int, _ direction: MapDirection) -> Int? {
    guard clusters.indices.contains(place) else { return nil }
    let from = clusters[place]
    let distances = clusters.indices.compactMap { index -> (distance: Int, index: Int)? in
      // A cell is about twice as high as wide.
      let east = clusters[index].column - from.column
      let south = (clusters[index].row - from.row) * 2
      let (ahead, aside) = direction.split(east: east, south: south)
      guard index != place, ahead > 0, ahead * 2 >= abs(aside) else { return nil }
      return (ahead + 2 * abs(aside), index)
    }
    return distances.min { $0 < $1 }?.index
  }
}

/// Where one looks for the next cluster.
public enum MapDirection: Hashable, Sendable, CaseIterable {
  case north, south, west, east

  fileprivate func split(east: Int, south: Int) -> (ahead: Int, aside: Int) {
    switch self {
    case .north: (-south, east)
    case .south: (south, east)
    case .west: (-east, south)
    case .east: (east, south)
    }
  }
}
