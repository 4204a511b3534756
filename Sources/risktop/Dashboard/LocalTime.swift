import ViewModels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// This machine's time zone, as the C library knows it.
enum LocalTime {
  static let rule: TimeDisplay.Rule = { unixSeconds in
    var moment = time_t(unixSeconds)
    var fields = tm()
    guard localtime_r(&moment, &fields) != nil else { return (0, "UTC") }
    let zone = fields.tm_zone.map { String(cString: $0) } ?? ""
    return (fields.tm_gmtoff, zone)
  }
}
