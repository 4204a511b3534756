import Assets

/// Where attacks come from: addresses of the documentation network 203.0.113.0/24 (RFC 5737) alone.
struct Attacker: Sendable {
  let address: String
  let city: City

  /// The one that several customers see.
  static let everywhere = Attacker(
    address: "203.0.113.7", city: City(name: "Lagos", country: "NG", latitude: 6.4452, longitude: 3.3896))

  /// One of its own for a story.
  static func ofStory(_ hash: Hash) -> Attacker {
    Attacker(
      address: "203.0.113.\(16 + hash[.address].below(224))",
      city: hash[.city].pick(cities, or: everywhere.city))
  }

  private static let cities = Gazetteer.cities.filter {
    ["Hanoi", "Jakarta", "Lima", "Dakar", "Caracas", "Minsk", "Kinshasa", "Manila", "Kabul"].contains($0.name)
  }
}
