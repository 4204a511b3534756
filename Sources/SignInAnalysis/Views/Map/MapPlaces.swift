import Elements

/// Where sign-ins are listed: how many at each distinct place, and how many have none.
public struct MapPlaces: Sendable {
  public let places: [MapPlace]
  /// Sign-ins whose place is not located.
  public let unlocated: Int

  /// Counts rows of tables that share their words; rows that are not there are passed over.
  public init(_ rows: [FleetRow], in snapshot: FleetSnapshot) {
    let words = snapshot.newest?.places ?? Interned()
    var counts = Array(repeating: (all: 0, risky: 0), count: words.count)
    snapshot.forEachChunk(of: rows) { chunk, offsets, _ in
      let (places, risks) = (chunk.places, chunk.risks)
      for offset in offsets {
        let place = Int(places[Int(offset)])
        counts[place].all += 1
        if risks[Int(offset)] == 1 { counts[place].risky += 1 }
      }
    }
    self.init(counts, words)
  }

  private init(_ counts: [(all: Int, risky: Int)], _ words: Interned<SignInPlace>) {
    var numbers: [PlaceKey: Int] = [:]
    var places: [MapPlace] = []
    var unlocated = 0
    for (number, count) in counts.enumerated() where count.all > 0 {
      let words = words[UInt32(number)]
      guard let location = words.location?.onEarth else {
        unlocated += count.all
        continue
      }
      let key = PlaceKey(name: PlaceIdentity(cityOf: words), location: location)
      if let known = numbers[key] {
        places[known].signIns += count.all
        places[known].risky += count.risky
      } else {
        numbers[key] = places.count
        places.append(
          MapPlace(
            city: words.city?.ifNotEmpty, country: words.country?.ifNotEmpty, location: location, signIns: count.all,
            risky: count.risky))
      }
    }
    self.places = places
    self.unlocated = unlocated
  }

  private struct PlaceKey: Hashable {
    let name: PlaceIdentity?
    let location: Location
  }
}

/// A listed place. Texts are foreign.
public struct MapPlace: Hashable, Sendable {
  public let city: String?
  public let country: String?
  public let location: Location
  public internal(set) var signIns: Int
  public internal(set) var risky: Int
}

extension Location {
  /// Nil unless it is a place on earth, whoever made it.
  fileprivate var onEarth: Location? { Location(latitude: latitude, longitude: longitude) }
}
