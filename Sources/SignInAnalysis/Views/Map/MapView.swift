import Elements

/// A part of the world in a rectangle of dots: degrees of longitude and latitude have the same length everywhere.
public struct MapView: Hashable, Sendable {
  /// Degrees, in -90...90.
  public let latitude: Double
  /// Degrees, in -180...180.
  public let longitude: Double
  /// 0 shows the whole world, each step further half as many degrees.
  public let zoom: Int
  /// In dots.
  public let columns: Int
  public let rows: Int

  public static let largestZoom = 6
  /// The latitudes with land that people live on are shown where not all fit.
  private static let middle = 12.0
  private static let tallest = 145.0

  /// - Parameters:
  ///   - latitude: of the middle; nil for the whole world's.
  ///   - columns: at least 1 dot, as `rows`.
  public init(latitude: Double? = nil, longitude: Double = 0, zoom: Int = 0, columns: Int, rows: Int) {
    self.latitude = min(90, max(-90, latitude ?? MapView.middle))
    self.longitude = MapView.wrapped(longitude)
    self.zoom = min(MapView.largestZoom, max(0, zoom))
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }

  /// Dots a degree.
  public var scale: Double {
    min(Double(columns) / 360, Double(rows) / MapView.tallest) * Double(1 << zoom)
  }

  /// The same around another place, or nearer or further; the whole world has its own middle.
  public func moved(to place: Location? = nil, zoom: Int) -> MapView {
    guard zoom > 0 else { return MapView(columns: columns, rows: rows) }
    return MapView(
      latitude: place?.latitude ?? latitude, longitude: place?.longitude ?? longitude, zoom: zoom, columns: columns,
      rows: rows)
  }

  /// The same in a rectangle of another size.
  public func resized(columns: Int, rows: Int) -> MapView {
    MapView(latitude: zoom == 0 ? nil : latitude, longitude: longitude, zoom: zoom, columns: columns, rows: rows)
  }

  /// The dot of a place, from the top left; nil outside.
  public func dot(of place: Location) -> (column: Int, row: Int)? {
    let east = MapView.wrapped(place.longitude - longitude)
    let column = Int((Double(columns) / 2 + east * scale).rounded(.down))
    let row = Int((Double(rows) / 2 - (place.latitude - latitude) * scale).rounded(.down))
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
    return (column, row)
  }

  /// The middle of a dot in degrees; nil where it is beyond a pole or more than half around the world.
  public func place(column: Int, row: Int) -> (latitude: Double, longitude: Double)? {
    let east = (Double(column) + 0.5 - Double(columns) / 2) / scale
    let latitude = latitude + (Double(rows) / 2 - Double(row) - 0.5) / scale
    guard abs(east) <= 180, abs(latitude) <= 90 else { return nil }
    return (latitude, MapView.wrapped(longitude + east))
  }

  /// In -180..<180.
  private static func wrapped(_ longitude: Double) -> Double {
    let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
    return (turned < 0 ? turned + 360 : turned) - 180
  }
}
