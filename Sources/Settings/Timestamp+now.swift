import Elements

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Timestamp {
  /// By this machine's clock, to the second.
  public static var now: Timestamp? { Timestamp(unixSeconds: Int64(time(nil))) }
}
