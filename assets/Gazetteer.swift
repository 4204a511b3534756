/// A city with where it lies.
public struct City: Hashable, Sendable {
  public let name: String
  /// ISO 3166-1 alpha-2.
  public let country: String
  /// Degrees, north positive.
  public let latitude: Double
  /// Degrees, east positive.
  public let longitude: Double

  public init(name: String, country: String, latitude: Double, longitude: Double) {
    self.name = name
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// Capitals and large cities of the world, after Natural Earth 1:110m.
public enum Gazetteer {
  /// Read once from `cities.csv`, in its order; a line that is none is left out.
  public static let cities: [City] = String(decoding: PackageResources.cities_csv, as: UTF8.self)
    .split(separator: "\n").dropFirst().compactMap(City.init(line:))
}

extension City {
  /// Reads `name,country,lat,lon`. Only the name may be quoted, so the line is cut from its end.
  init?(line: Substring) {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count >= 4, let latitude = Double(fields[fields.count - 2]),
      let longitude = Double(fields[fields.count - 1])
    else { return nil }
    let name = fields.dropLast(3).joined(separator: ",")
    let country = String(fields[fields.count - 3])
    guard !name.isEmpty, country.utf8.count == 2 else { return nil }
    self.init(name: City.unquoted(name), country: country, latitude: latitude, longitude: longitude)
  }

  private static func unquoted(_ field: String) -> String {
    guard field.count >= 2, field.hasPrefix("\""), field.hasSuffix("\"") else { return field }
    return String(field.dropFirst().dropLast())
  }
}
