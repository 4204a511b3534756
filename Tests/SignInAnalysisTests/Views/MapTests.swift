import Elements
import Randomness
import SignInAnalysis
import Testing

struct MapTests {
  private func place(_ latitude: Double, _ longitude: Double, _ signIns: Int = 1, risky: Int = 0) throws -> MapPlace {
    let places = MapPlaces.of([
      (latitude, longitude, signIns - risky, false), (latitude, longitude, risky, true),
    ])
    return try #require(places.places.first)
  }

  @Test(arguments: 0..<8)
  func `Every sign-in is in a cluster, outside, or has no place`(seed: UInt64) throws {
    var draw = ViewDraw(seed: seed)
    let tenants = (0..<2).map { _ in draw.signIns(200) }
    let (snapshot, rows) = FleetSnapshot.made(of: tenants, shuffledBy: &draw.random)
    let all = tenants.flatMap { $0 }
    let located = all.filter { $0.location != nil }
    let places = MapPlaces(rows, in: snapshot)
    #expect(places.unlocated == all.count - located.count)
    #expect(places.places.reduce(0) { $0 + $1.signIns } == located.count)
    #expect(places.places.reduce(0) { $0 + $1.risky } == located.count { $0.isRisk == true })

    for zoom in 0...MapView.largestZoom {
      let (latitude, longitude) = (Double(seed) * 10 - 40, Double(seed) * 50 - 170)
      let view = MapView(latitude: latitude, longitude: longitude, zoom: zoom, columns: 160, rows: 72)
      let map = MapClusters(places.places, in: view)
      let inside = located.filter { $0.location.flatMap(view.dot) != nil }
      #expect(map.clusters.reduce(0) { $0 + $1.signIns } == inside.count)
      #expect(map.clusters.reduce(0) { $0 + $1.risky } == inside.count { $0.isRisk == true })
      #expect(map.outside == located.count - inside.count)
      for cluster in map.clusters {
        #expect((0..<80).contains(cluster.column) && (0..<18).contains(cluster.row))
      }
      let fields = map.clusters.map { [$0.column / MapClusters.labelWidth, $0.row / MapClusters.labelHeight] }
      #expect(Set(fields).count == fields.count)
    }
  }

  @Test func `A view of the whole world has all meridians, and a dot leads back to its place`() throws {
    let view = MapView(columns: 160, rows: 72)
    for longitude in stride(from: -179.9, to: 180, by: 7.3) {
      let location = try #require(Location(latitude: 20, longitude: longitude))
      let dot = try #require(view.dot(of: location))
      let back = try #require(view.place(column: dot.column, row: dot.row))
      #expect(abs(back.longitude - longitude) <= 0.5 / view.scale + 0.001)
      #expect(abs(back.latitude - 20) <= 0.5 / view.scale + 0.001)
    }
  }

  @Test func `Places on both sides of the date line are neighbours in a view around it`() throws {
    let view = MapView(latitude: -17, longitude: 180, zoom: 4, columns: 160, rows: 72)
    let west = try #require(Location(latitude: -17, longitude: 179.9).flatMap(view.dot))
    let east = try #require(Location(latitude: -17, longitude: -179.9).flatMap(view.dot))
    #expect(abs(west.column - east.column) <= Int(view.scale) && west.column < east.column && west.row == east.row)
  }

  @Test func `Both poles and both ends of the date line are places`() throws {
    let view = MapView(latitude: 0, columns: 720, rows: 400)
    for (latitude, longitude) in [(90.0, 10.0), (-90, 10), (5, 180), (5, -180)] {
      #expect(Location(latitude: latitude, longitude: longitude).flatMap(view.dot) != nil)
    }
    #expect(view.place(column: 0, row: 0) == nil, "beyond the pole")
  }

  @Test func `Looking closer takes apart what stood together, and the whole world is the same again`() throws {
    let places = [try place(52.37, 4.89, 10), try place(51.92, 4.48, 5, risky: 2)]
    let world = MapView(columns: 160, rows: 72)
    let together = MapClusters(places, in: world)
    #expect(together.clusters.map(\.signIns) == [15] && together.clusters.map(\.risky) == [2])
    let closer = world.moved(to: together.clusters[0].middle, zoom: MapView.largestZoom)
    #expect(MapClusters(places, in: closer).clusters.map(\.signIns) == [10, 5])
    #expect(closer.moved(zoom: 0) == world)
  }

  @Test func `The next cluster in a direction is the nearest on that side, and each can be reached`() throws {
    let places = [try place(50, 0), try place(50, 40), try place(10, 5), try place(-30, -60), try place(60, -100)]
    let map = MapClusters(places, in: MapView(columns: 240, rows: 140))
    func index(_ latitude: Double) -> Int? {
      map.clusters.firstIndex { $0.middle?.latitude == latitude && $0.middle?.longitude != 40 }
    }
    let europe = try #require(index(50))
    #expect(map.nearest(to: europe, .south) == index(10))
    #expect(map.nearest(to: europe, .west) == index(60))
    #expect(map.nearest(to: europe, .east).map { map.clusters[$0].middle?.longitude } == 40)
    #expect(map.nearest(to: europe, .north) == nil && map.nearest(to: 99, .north) == nil)
    var reached: Set<Int> = [europe]
    for _ in places {
      for place in reached { reached.formUnion(MapDirection.allCases.compactMap { map.nearest(to: place, $0) }) }
    }
    #expect(reached.count == map.clusters.count)
  }

  @Test func `A view never leaves the earth, whatever it is asked for`() {
    let view = MapView(latitude: 500, longitude: -725, zoom: 99, columns: -3, rows: 0)
    #expect(view.latitude == 90 && view.longitude == -5 && view.zoom == MapView.largestZoom)
    #expect(view.columns == 1 && view.rows == 1 && view.scale > 0)
  }
}

extension MapPlaces {
  /// Of so many sign-ins at each place, risky or not.
  fileprivate static func of(_ places: [(latitude: Double, longitude: Double, count: Int, isRisk: Bool)]) -> MapPlaces {
    var random = SplitMix(seed: 1)
    var signIns: [SignIn] = []
    for place in places {
      for _ in 0..<place.count {
        signIns.append(
          SignIn(
            id: "\(signIns.count)", loginTime: nil, userID: nil, userDisplayName: nil, userPrincipalName: nil, ip: nil,
            location: Location(latitude: place.latitude, longitude: place.longitude), country: nil, city: nil,
            isRisk: place.isRisk))
      }
    }
    let (snapshot, rows) = FleetSnapshot.made(of: [signIns], shuffledBy: &random)
    return MapPlaces(rows, in: snapshot)
  }
}
