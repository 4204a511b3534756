import Elements
import SignInAnalysis

/// The located sign-ins of a list on a map of the world or a part of it.
@MainActor
public final class MapModel: SignInView, MovableList, WideList {
  /// What is drawn; nil while there is none.
  public var picture: MapPicture? { work.picture }
  /// Nil while nothing is counted yet.
  public var coverage: ViewCoverage? { work.coverage }
  /// The selected cluster's place among those of the picture.
  public private(set) var selectedIndex = 0
  private var wanted = MapView(columns: 1, rows: 1)
  private let signInList: SignInListModel
  private let context: PlaceContext
  /// The place that the selected cluster is called after.
  private var selectedPlace: MapPlace?
  private lazy var work = ViewWork<MapPicture>(
    of: signInList, pause: context.pause, job: Self.job(wanted)
  ) { [weak self] in self?.take($0) }

  /// The window is too small for a map: the clusters are a table, most sign-ins first.
  public private(set) var isTable = false

  /// The clusters of a view, and what is in none of them.
  public struct MapPicture: Sendable {
    public let map: MapClusters
    /// The clusters' places, most sign-ins first.
    public let ranking: [Int]
    /// Sign-ins whose place is not located.
    public let unlocated: Int
  }

  init(of signIns: SignInListModel, context: PlaceContext) {
    signInList = signIns
    self.context = context
  }

  private static func job(_ view: MapView) -> @Sendable (ViewMaterial) -> MapPicture {
    { material in
      let places = MapPlaces(material.rows.all(), in: material.snapshot)
      let map = MapClusters(places.places, in: view)
      let counts = map.clusters.map(\.signIns)
      let ranking = counts.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
      return MapPicture(map: map, ranking: ranking, unlocated: places.unlocated)
    }
  }

  // MARK: What there is

  public var clusters: [MapCluster] { picture?.map.clusters ?? [] }

  /// Nil while there is none.
  public var selected: MapCluster? { clusters.indices.contains(selectedIndex) ? clusters[selectedIndex] : nil }

  /// The window's cells that the map fills, as far as the model was told.
  public var size: (columns: Int, rows: Int) {
    (wanted.columns / MapClusters.cellColumns, wanted.rows / MapClusters.cellRows)
  }

  private func take(_ picture: MapPicture) {
    let clusters = picture.map.clusters
    let known = selectedPlace.flatMap { place in
      clusters.firstIndex { $0.places.contains { $0.isSame(as: place) } }
    }
    // Where the place is out of sight, what has most is looked at.
    select(known ?? picture.ranking.first ?? 0)
    context.onChange()
  }

  // MARK: What the user does

  /// Says how many cells the map has, or would have where only a table fits.
  public func resize(columns: Int, rows: Int, isTable: Bool = false) {
    self.isTable = isTable
    look(wanted.resized(columns: columns * MapClusters.cellColumns, rows: rows * MapClusters.cellRows))
  }

  private func look(_ view: MapView) {
    guard view != wanted else { return }
    wanted = view
    work.makeAnew(isUrgent: true, job: Self.job(view))
  }

  /// Looks closer at the selected cluster (1), or from further away (-1).
  func zoom(by steps: Int) -> Step {
    look(wanted.moved(to: steps > 0 ? selected?.middle : nil, zoom: max(0, wanted.zoom + steps)))
    return .stay
  }

  func select(_ place: Int) {
    selectedIndex = min(max(0, place), max(0, clusters.count - 1))
    selectedPlace = selected?.places.first
  }

  func move(_ movement: ListMovement) {
    switch movement {
    case .up: isTable ? moveInTable(by: -1) : move(.north)
    case .down: isTable ? moveInTable(by: 1) : move(.south)
    case .first, .pageUp, .halfPageUp: moveInTable(by: -clusters.count)
    case .last, .pageDown, .halfPageDown: moveInTable(by: clusters.count)
    }
  }

  /// The place of the selected cluster, most sign-ins first.
  public var rank: Int { picture?.ranking.firstIndex(of: selectedIndex) ?? 0 }

  private func moveInTable(by steps: Int) {
    guard let ranking = picture?.ranking, !ranking.isEmpty else { return }
    select(ranking[min(max(0, rank + steps), ranking.count - 1)])
  }

  func moveColumns(by count: Int) { move(count < 0 ? .west : .east) }

  private func move(_ direction: MapDirection) {
    if let next = picture?.map.nearest(to: selectedIndex, direction) { select(next) }
  }

  // MARK: The place

  var kind: SignInViewKind { .map }
  var table: SignInViewKind? { .tally([.city]) }
  func appear() { work.appear() }
  func leave() { work.leave() }
  func refresh() { signInList.refresh() }

  var list: (any MovableList)? { self }
  var columns: (any WideList)? { self }
  var signIns: SignInListModel? { signInList }
  var view: (any SignInView)? { self }
  var map: MapModel? { self }

  /// A cluster of several places is looked at closer, as long as that takes it apart.
  func selectedTerms() -> NarrowingTerms {
    guard let cluster = selected, let place = cluster.places.first else {
      return .none("no located sign-ins are in this part of the map")
    }
    if let zoom = zoomThatParts(cluster) { return .instead(zoom) }
    let terms = NarrowingTerm.terms(city: place.city, country: place.country)
    return terms.isEmpty ? .none("this place has no name to filter for") : .terms(terms)
  }

  private func zoomThatParts(_ cluster: MapCluster) -> Step? {
    guard cluster.places.count > 1, wanted.zoom < MapView.largestZoom else { return nil }
    // Of a cluster with very many places the largest ones tell where it parts.
    let places = Array(cluster.places.prefix(200))
    for zoom in wanted.zoom + 1...MapView.largestZoom {
      let closer = wanted.moved(to: cluster.middle, zoom: zoom)
      let map = MapClusters(places, in: closer)
      guard map.clusters.count > 1 || map.outside > 0 else { continue }
      look(closer)
      return .stay
    }
    return nil
  }
}

extension MapPlace {
  fileprivate func isSame(as other: MapPlace) -> Bool {
    location == other.location && city == other.city && country == other.country
  }
}
