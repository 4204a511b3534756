import NIOCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Channel {
  /// Closes the connection so that the other side is told it was reset (RST) instead of ended.
  func reset() async {
    if let options = self as? any SocketOptionProvider {
      try? await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
    try? await close()
  }
}
