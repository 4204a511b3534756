import Elements
import Testing

@Suite struct LocationTests {
  @Test(
    "a place on earth is taken as it is, the poles and the date line included",
    arguments: [
      (6.45, 3.39), (-33.87, 151.21), (90, 180), (-90, -180), (0, 3.39), (6.45, 0), (0, -0.000_001),
    ])
  func places(latitude: Double, longitude: Double) throws {
    let location = try #require(Location(latitude: latitude, longitude: longitude))
    #expect(location.latitude == latitude)
    #expect(location.longitude == longitude)
  }

  @Test(
    "what is on no map is no place",
    arguments: [
      (0, 0), (-0.0, 0), (90.000_001, 0), (-91, 10), (45, 180.5), (45, -181), (3.39, 999),
      (.nan, 10), (10, .nan), (.nan, .nan), (.infinity, 0), (10, -.infinity),
    ] as [(Double, Double)])
  func nowhere(latitude: Double, longitude: Double) {
    #expect(Location(latitude: latitude, longitude: longitude) == nil)
  }
}
