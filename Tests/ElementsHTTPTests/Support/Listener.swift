import NIOCore
import NIOPosix

/// Listens on a free port of this machine for as long as `use` runs; each connection gets a handler of its own.
func withListener<Handler: ChannelInboundHandler, Value>(
  _ handler: @escaping @Sendable () -> Handler, use: (_ port: Int) async throws -> Value
) async throws -> Value {
  let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  let channel = try await ServerBootstrap(group: group)
    .childChannelInitializer { channel in
      channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(handler()) }
    }
    .bind(host: "127.0.0.1", port: 0).get()
  let result: Result<Value, any Error>
  do {
    result = .success(try await use(channel.localAddress?.port ?? 0))
  } catch {
    result = .failure(error)
  }
  try? await channel.close()
  try? await group.shutdownGracefully()
  return try result.get()
}

/// Connects to a port of this machine; what comes from there is sent on to the context's own peer.
func relay(to port: Int, _ context: ChannelHandlerContext) -> EventLoopFuture<any Channel>.Isolated {
  let client = context.channel
  return ClientBootstrap(group: context.eventLoop)
    .channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(RelayHandler(to: client))
      }
    }
    .connect(host: "127.0.0.1", port: port)
    .assumeIsolated()
}
