import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Accepts every connection and says nothing on it.
enum MuteServer {
  /// Runs for as long as `use` does.
  static func run<Value>(_ use: (_ port: Int) async throws -> Value) async throws -> Value {
    try await withListener({ MuteHandler() }, use: use)
  }
}

private final class MuteHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
}

/// A port that listens, and where so many wait already that the kernel answers no more.
enum FullBacklog {
  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif

  static func run<Value>(_ use: (Int) async throws -> Value) async throws -> Value {
    let listener = socket(AF_INET, stream, 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    try check(withAddress(&address) { bind(listener, $0, $1) })
    try check(listen(listener, 0))
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &length) }
    }
    try check(status)
    let waiting = (0..<4).map { _ in socket(AF_INET, stream, 0) }
    defer { for waiter in waiting { close(waiter) } }
    for waiter in waiting {
      _ = fcntl(waiter, F_SETFL, O_NONBLOCK)
      _ = withAddress(&address) { connect(waiter, $0, $1) }
    }
    return try await use(Int(UInt16(bigEndian: address.sin_port)))
  }

  private struct SocketFailure: Error {
    let code: Int32
  }

  private static func check(_ status: Int32) throws {
    if status != 0 { throw SocketFailure(code: errno) }
  }

  private static func withAddress(
    _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    withUnsafePointer(to: &address) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
