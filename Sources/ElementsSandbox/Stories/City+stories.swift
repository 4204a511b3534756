import Assets

/// Cities that stories name.
extension City {
  static let lagos = Attacker.everywhere.city
  static let bangkok = known("Bangkok")
  static let bogota = known("Bogota")
  static let kinshasa = known("Kinshasa")
  static let bratislava = known("Bratislava")
  static let prague = known("Prague")
  static let tallinn = known("Tallinn")
  static let lisbon = known("Lisbon")
  static let paris = known("Paris")
  static let berlin = known("Berlin")
  static let madrid = known("Madrid")
  static let dublin = known("Dublin")
  static let stockholm = known("Stockholm")
  // The gazetteer has capitals and the largest cities alone.
  static let frankfurt = City(name: "Frankfurt", country: "DE", latitude: 50.11, longitude: 8.68)
  static let lyon = City(name: "Lyon", country: "FR", latitude: 45.76, longitude: 4.84)
  static let toulouse = City(name: "Toulouse", country: "FR", latitude: 43.6, longitude: 1.44)
  static let marseille = City(name: "Marseille", country: "FR", latitude: 43.3, longitude: 5.37)
  static let nice = City(name: "Nice", country: "FR", latitude: 43.7, longitude: 7.27)
  static let antalya = City(name: "Antalya", country: "TR", latitude: 36.9, longitude: 30.7)

  private static func known(_ name: String) -> City {
    Gazetteer.cities.first { $0.name == name } ?? Home.amsterdam.city
  }
}
