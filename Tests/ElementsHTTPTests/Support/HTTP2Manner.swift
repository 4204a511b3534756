import NIOCore
import NIOHTTP2

/// How a server speaks HTTP/2.
struct HTTP2Manner: Sendable {
  private struct Connection: Sendable {
    let channel: any Channel
    var last = HTTP2StreamID.rootStream
    var streams = 0
  }

  /// Requests that it takes on of a connection, before it says GOAWAY there.
  var requestsPerConnection = Int.max
  /// MAX_CONCURRENT_STREAMS.
  var streamsAtOnce = 100
  /// Those that are open, by their channels.
  private let connections = Shared<[ObjectIdentifier: Connection]>([:])

  init(requestsPerConnection: Int = .max, streamsAtOnce: Int = 100) {
    self.requestsPerConnection = requestsPerConnection
    self.streamsAtOnce = streamsAtOnce
  }

  /// Says GOAWAY on all connections; what is under way there is still answered.
  func recycle() async {
    for (id, connection) in connections.value {
      // On its event loop no stream begins in between.
      try? await connection.channel.eventLoop.submit {
        guard let last = connections.value[id]?.last, last != .rootStream else { return }
        connection.channel.writeAndFlush(Self.goAway(after: last), promise: nil)
      }.get()
    }
  }

  /// Runs on the connection's event loop.
  func configure(_ channel: any Channel, _ handler: @escaping @Sendable () -> ScriptHandler) throws {
    var configuration = NIOHTTP2Handler.ConnectionConfiguration()
    configuration.initialSettings.append(HTTP2Setting(parameter: .maxConcurrentStreams, value: streamsAtOnce))
    let id = ObjectIdentifier(channel)
    connections.change { $0[id] = Connection(channel: channel) }
    channel.closeFuture.whenComplete { _ in connections.change { $0[id] = nil } }
    _ = try channel.pipeline.syncOperations.configureHTTP2Pipeline(
      mode: .server, connectionConfiguration: configuration, streamConfiguration: .init()
    ) { stream in
      stream.getOption(HTTP2StreamChannelOptions.streamID).flatMapThrowing { number in
        try begin(stream, number, of: channel, handler)
      }
    }
  }

  private func begin(
    _ stream: any Channel, _ number: HTTP2StreamID, of channel: any Channel, _ handler: () -> ScriptHandler
  ) throws {
    let streams = connections.change { connections in
      let id = ObjectIdentifier(channel)
      connections[id]?.streams += 1
      let streams = connections[id]?.streams ?? 0
      if streams <= requestsPerConnection { connections[id]?.last = number }
      return streams
    }
    guard streams <= requestsPerConnection else { return }
    try stream.pipeline.syncOperations.addHandlers(HTTP2FramePayloadToHTTP1ServerCodec(), handler())
    if streams == requestsPerConnection { channel.writeAndFlush(Self.goAway(after: number), promise: nil) }
  }

  private static func goAway(after last: HTTP2StreamID) -> HTTP2Frame {
    HTTP2Frame(streamID: .rootStream, payload: .goAway(lastStreamID: last, errorCode: .noError, opaqueData: nil))
  }
}
