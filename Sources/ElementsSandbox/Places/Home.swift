import Assets

/// Where a customer sits, and what follows from it.
struct Home: Sendable {
  let city: City
  /// In English, as `countryOrRegion` has it.
  let country: String
  let legalForm: String
  let culture: Culture

  /// The first customer's, and any other's for whom there is no place.
  static let amsterdam = Home(
    city: City(name: "Amsterdam", country: "NL", latitude: 52.3519, longitude: 4.9147), country: "Netherlands",
    legalForm: "B.V.", culture: .dutch)

  private init(city: City, country: String, legalForm: String, culture: Culture) {
    self.city = city
    self.country = country
    self.legalForm = legalForm
    self.culture = culture
  }

  private init?(_ name: String, _ country: String, _ legalForm: String, _ culture: Culture) {
    guard let city = Gazetteer.cities.first(where: { $0.name == name }) else { return nil }
    self.init(city: city, country: country, legalForm: legalForm, culture: culture)
  }

  /// The one in this city, if there is one.
  static func at(_ city: String?) -> Home? {
    all.first { $0.city.name == city }
  }

  static let all: [Home] = [
    amsterdam,
    Home("London", "United Kingdom", "Ltd", .english), Home("Dublin", "Ireland", "Ltd", .english),
    Home("Berlin", "Germany", "GmbH", .german), Home("Vienna", "Austria", "GmbH", .german),
    Home("Bern", "Switzerland", "AG", .german), Home("Geneva", "Switzerland", "SA", .french),
    Home("Paris", "France", "SARL", .french), Home("Brussels", "Belgium", "NV", .dutch),
    Home("København", "Denmark", "A/S", .nordic), Home("Oslo", "Norway", "AS", .nordic),
    Home("Stockholm", "Sweden", "AB", .nordic), Home("Helsinki", "Finland", "Oy", .nordic),
    Home("Reykjavík", "Iceland", "ehf.", .nordic), Home("Madrid", "Spain", "S.L.", .iberian),
    Home("Lisbon", "Portugal", "Lda.", .iberian), Home("Rome", "Italy", "S.r.l.", .italian),
    Home("Warsaw", "Poland", "Sp. z o.o.", .slavic), Home("Prague", "Czechia", "s.r.o.", .slavic),
    Home("Athens", "Greece", "A.E.", .greek), Home("Kyiv", "Ukraine", "ТОВ", .cyrillic),
    Home("Istanbul", "Türkiye", "A.Ş.", .turkish), Home("Tel Aviv", "Israel", "בע״מ", .hebrew),
    Home("Dubai", "United Arab Emirates", "LLC", .arabic), Home("Cairo", "Egypt", "S.A.E.", .arabic),
    Home("New York", "United States", "Inc.", .english), Home("Chicago", "United States", "LLC", .english),
    Home("Denver", "United States", "LLC", .english), Home("Toronto", "Canada", "Inc.", .english),
    Home("Mexico City", "Mexico", "S.A. de C.V.", .iberian), Home("Tokyo", "Japan", "株式会社", .japanese),
    Home("Singapore", "Singapore", "Pte. Ltd.", .chinese), Home("Mumbai", "India", "Pvt. Ltd.", .indian),
    Home("Sydney", "Australia", "Pty Ltd", .english), Home("Auckland", "New Zealand", "Ltd", .english),
  ].compactMap { $0 }
}
