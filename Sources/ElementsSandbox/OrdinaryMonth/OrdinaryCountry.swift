import Assets

/// A country where ordinary people live, with its larger cities, the capital or the largest first.
struct OrdinaryCountry: Sendable {
  /// Its place in `all`.
  let number: Int
  let cities: [City]

  var main: City { cities.first ?? Home.amsterdam.city }

  /// A telephone: another address of the country's network each time, listed in any of its cities.
  func telephone(_ draw: Hash) -> Spot {
    let address = "100.\(64 + number).\(draw[.address].below(256)).\(1 + draw[.user].below(254))"
    return Spot(address, draw[.city].pick(cities, or: main))
  }

  static let all: [OrdinaryCountry] = texts.enumerated().map { number, text in
    OrdinaryCountry(number: number, cities: cities(text))
  }

  /// Where people go on business, on holiday, or by a VPN service of their own.
  static let destinations = cities(
    """
    GB London 51.51 -0.13;FR Paris 48.86 2.35;DE Munich 48.14 11.58;ES Palma 39.57 2.65;TR Antalya 36.90 30.70;\
    GR Athens 37.98 23.73;US Boston 42.36 -71.06;AE Dubai 25.20 55.27;SG Singapore 1.35 103.82;IT Rome 41.90 12.50;\
    CH Zurich 47.38 8.54;PT Faro 37.02 -7.93
    """)

  private static let texts = [
    "NL Amsterdam 52.37 4.90;NL Rotterdam 51.92 4.48;NL Groningen 53.22 6.57;NL Eindhoven 51.44 5.48",
    "DE Berlin 52.52 13.40;DE Munich 48.14 11.58;DE Hamburg 53.55 9.99;DE Frankfurt 50.11 8.68;DE Cologne 50.94 6.96",
    "GB London 51.51 -0.13;GB Manchester 53.48 -2.24;GB Edinburgh 55.95 -3.19;GB Bristol 51.45 -2.59",
    "FR Paris 48.86 2.35;FR Lyon 45.76 4.84;FR Marseille 43.30 5.37;FR Toulouse 43.60 1.44;FR Lille 50.63 3.06",
    "ES Madrid 40.42 -3.70;ES Barcelona 41.39 2.17;ES Valencia 39.47 -0.38;ES Seville 37.39 -5.98",
    "IT Rome 41.90 12.50;IT Milan 45.46 9.19;IT Naples 40.85 14.27;IT Turin 45.07 7.69",
    "PL Warsaw 52.23 21.01;PL Cracow 50.06 19.94;PL Gdansk 54.35 18.65;PL Wroclaw 51.11 17.04",
    "SE Stockholm 59.33 18.07;SE Gothenburg 57.71 11.97;SE Malmo 55.60 13.00;SE Umea 63.83 20.26",
    "US Chicago 41.88 -87.63;US Dallas 32.78 -96.80;US Denver 39.74 -104.99;US Columbus 39.96 -83.00",
    "AU Sydney -33.87 151.21;AU Melbourne -37.81 144.96;AU Brisbane -27.47 153.03",
  ]

  private static func cities(_ text: String) -> [City] {
    text.split(separator: ";").compactMap { entry in
      let words = entry.split(separator: " ")
      guard words.count == 4, let latitude = Double(words[2]), let longitude = Double(words[3]) else { return nil }
      return City(name: String(words[1]), country: String(words[0]), latitude: latitude, longitude: longitude)
    }
  }
}
