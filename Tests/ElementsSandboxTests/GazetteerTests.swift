import Assets
import Testing

struct GazetteerTests {
  @Test func `All 243 cities of the file are read`() {
    #expect(Gazetteer.cities.count == 243)
  }

  @Test func `A city whose quoted name holds a comma keeps it`() {
    let washington = City(name: "Washington, D.C.", country: "US", latitude: 38.9015, longitude: -77.0114)
    #expect(Gazetteer.cities.contains(washington))
  }

  @Test func `Every city lies on the globe and has an upper-case country code`() {
    for city in Gazetteer.cities {
      #expect((-90...90).contains(city.latitude) && (-180...180).contains(city.longitude), "\(city)")
      #expect(city.country.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }, "\(city)")
    }
  }
}
