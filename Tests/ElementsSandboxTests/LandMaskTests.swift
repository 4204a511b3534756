import Assets
import Testing

struct LandMaskTests {
  @Test(arguments: [
    (52.0, 5.5, true), (40, -3.7, true), (-25, 134, true), (39, -98, true), (-3, -60, true), (75, -40, true),
    (35.7, 138.5, true), (30, -40, false), (0, -150, false), (-45, 100, false), (80, 180, false), (-85, 0, true),
  ])
  func `Land is where continents are, and nowhere else`(latitude: Double, longitude: Double, isLand: Bool) {
    #expect(LandMask.world.isLand(latitude: latitude, longitude: longitude) == isLand)
  }

  @Test func `Every city of the gazetteer is on land or near a coast`() {
    let near = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5]
    let lost = Gazetteer.cities.filter { city in
      !near.contains { north in
        near.contains {
          LandMask.world.isLand(latitude: city.latitude + north, longitude: city.longitude + $0)
        }
      }
    }
    // Islands that the outlines leave out.
    #expect(lost.count < 40, "\(lost.map(\.name))")
  }

  @Test func `Poles and date line are in range, what is no place is water`() {
    #expect([180, -180].allSatisfy { LandMask.world.isLand(latitude: -90, longitude: $0) })
    #expect(!LandMask.world.isLand(latitude: 90, longitude: 0))
    #expect(!LandMask.world.isLand(latitude: .nan, longitude: 0) && !LandMask.world.isLand(latitude: 0, longitude: 999))
  }
}
