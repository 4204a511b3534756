import NIOCore
import NIOPosix

/// A proxy that speaks `CONNECT`, and leads to this machine whatever host it is asked for.
struct ConnectProxy {
  let port: Int
  /// The heads of the requests, as they came.
  let heads: Shared<[String]>

  /// Runs for as long as `use` does. Leads to `target` where the head of a request holds `demanded`, else answers with `status`.
  static func run<Value>(
    to target: Int, demanded: String = "CONNECT ", refusal status: String = "407 Proxy Authentication Required",
    use: (ConnectProxy) async throws -> Value
  ) async throws -> Value {
    let heads = Shared<[String]>([])
    return try await withListener {
      ConnectHandler(heads: heads, target: target, demanded: demanded, refusal: status)
    } use: { port in
      try await use(ConnectProxy(port: port, heads: heads))
    }
  }
}

private final class ConnectHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let heads: Shared<[String]>
  private let target: Int
  private let demanded: String
  private let refusal: String
  private var head = ""
  private var server: (any Channel)?

  init(heads: Shared<[String]>, target: Int, demanded: String, refusal: String) {
    self.heads = heads
    self.target = target
    self.demanded = demanded
    self.refusal = refusal
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    if let server {
      server.writeAndFlush(bytes, promise: nil)
      return
    }
    head += String(buffer: bytes)
    guard head.hasSuffix("\r\n\r\n") else { return }
    heads.change { [head] in $0.append(head) }
    if head.contains(demanded) {
      connect(context)
    } else {
      let answer = "HTTP/1.1 \(refusal)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
    }
  }

  private func connect(_ context: ChannelHandlerContext) {
    let client = context.channel
    relay(to: target, context).whenSuccess { [self] server in
      self.server = server
      client.writeAndFlush(ByteBuffer(string: "HTTP/1.1 200 OK\r\n\r\n"), promise: nil)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    server?.close(promise: nil)
    context.fireChannelInactive()
  }
}

/// Hands on to another connection what comes, and the end of it.
final class RelayHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let other: any Channel

  init(to other: any Channel) { self.other = other }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    other.writeAndFlush(unwrapInboundIn(data), promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    other.close(promise: nil)
    context.fireChannelInactive()
  }
}
