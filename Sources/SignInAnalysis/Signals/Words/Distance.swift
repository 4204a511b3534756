import Elements

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Location {
  /// The mean radius of the earth, in km.
  private static let earthRadius = 6371.0

  /// How far apart two places are in km, by the haversine formula; never NaN, since the argument of the arc sine is
  /// held within 0...1.
  func kilometres(to other: Location) -> Double {
    let radians = Double.pi / 180
    let halfLatitude = sin((other.latitude - latitude) * radians / 2)
    let halfLongitude = sin((other.longitude - longitude) * radians / 2)
    let haversine =
      halfLatitude * halfLatitude
      + cos(latitude * radians) * cos(other.latitude * radians) * halfLongitude * halfLongitude
    return 2 * Location.earthRadius * asin(min(1, max(0, haversine).squareRoot()))
  }
}
