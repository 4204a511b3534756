import NIOCore
import NIOPosix

/// A proxy that speaks SOCKS5 (RFC 1928), and leads to this machine whatever host it is asked for.
struct SOCKSProxy {
  /// What it says to a client.
  struct Manner: Sendable {
    /// The method of authentication that it selects: 0 for none, 2 for a user name, 255 where it knows none of those offered.
    var method: UInt8 = 0
    /// Its reply to the request: 0 where it connects.
    var reply: UInt8 = 0
    /// The version that it claims.
    var version: UInt8 = 5
  }

  let port: Int
  /// The hosts and ports that it was asked for, as `host:port`.
  let targets: Shared<[String]>

  /// Runs for as long as `use` does.
  static func run<Value>(
    to target: Int, _ manner: Manner = Manner(), use: (SOCKSProxy) async throws -> Value
  ) async throws -> Value {
    let targets = Shared<[String]>([])
    return try await withListener {
      SOCKSHandler(manner: manner, target: target, targets: targets)
    } use: { port in
      try await use(SOCKSProxy(port: port, targets: targets))
    }
  }
}

private final class SOCKSHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum State {
    case greeting
    case request
    case connected(any Channel)
    /// Refused, or on the way to the server.
    case deaf
  }

  private let manner: SOCKSProxy.Manner
  private let target: Int
  private let targets: Shared<[String]>
  private var state = State.greeting
  private var received = ByteBuffer()

  init(manner: SOCKSProxy.Manner, target: Int, targets: Shared<[String]>) {
    self.manner = manner
    self.target = target
    self.targets = targets
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if case .connected(let server) = state {
      server.writeAndFlush(bytes, promise: nil)
      return
    }
    received.writeBuffer(&bytes)
    if case .greeting = state { greet(context) }
    if case .request = state { answerRequest(context) }
  }

  /// Version, count, and that many methods.
  private func greet(_ context: ChannelHandlerContext) {
    guard let count = received.getInteger(at: received.readerIndex + 1, as: UInt8.self),
      received.readBytes(length: 2 + Int(count)) != nil
    else { return }
    state = manner.method == 0 && manner.version == 5 ? .request : .deaf
    say([manner.version, manner.method], context)
  }

  /// Version, command, a zero, 3 for a name, its length, the name, and the port.
  private func answerRequest(_ context: ChannelHandlerContext) {
    guard let length = received.getInteger(at: received.readerIndex + 4, as: UInt8.self),
      received.readBytes(length: 5) == [5, 1, 0, 3, length], let name = received.readString(length: Int(length)),
      let port = received.readInteger(as: UInt16.self)
    else { return }
    targets.change { $0.append("\(name):\(port)") }
    state = .deaf
    guard manner.reply == 0 else { return say([5, manner.reply, 0, 1, 0, 0, 0, 0, 0, 0], context) }
    connect(context)
  }

  private func connect(_ context: ChannelHandlerContext) {
    let client = context.channel
    relay(to: target, context).whenSuccess { [self] server in
      state = .connected(server)
      client.writeAndFlush(ByteBuffer(bytes: [5, 0, 0, 1, 0, 0, 0, 0, 0, 0]), promise: nil)
    }
  }

  private func say(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    if case .connected(let server) = state { server.close(promise: nil) }
    context.fireChannelInactive()
  }
}
