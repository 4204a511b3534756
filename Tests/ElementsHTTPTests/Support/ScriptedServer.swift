import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOPosix
import NIOSSL

/// What a client sent.
struct Received: Sendable {
  let method: String
  /// Path and query as they came.
  let uri: String
  let version: HTTPVersion
  let headers: HTTPHeaders
  let body: String

  var path: String { String(uri.prefix { $0 != "?" }) }
  var bearer: String? { header("Authorization") }

  func header(_ name: String) -> String? { headers.first(name: name) }
}

/// What the server does about it.
enum Reply: Sendable {
  case answer(Int, [(String, String)], [UInt8])
  case hangUp
  case silence
  /// The head and a part of a body, and no more.
  case stall
  /// A body that ends half-way, and the connection with it.
  case cut(String)
  /// With HTTP/2: RST_STREAM.
  case reset(HTTP2ErrorCode)
  /// With HTTP/2: the connection closes, with all that is under way on it, and a part of a body was sent.
  case cutConnection
  /// The head, then a byte every few milliseconds for ever.
  case drip

  static func json(_ text: String, status: Int = 200, headers: [(String, String)] = []) -> Reply {
    .answer(status, [("Content-Type", "application/json")] + headers, Array(text.utf8))
  }

  static func token(_ text: String = "token-1", lifetime: Int = 3_600) -> Reply {
    .json(#"{"access_token":"\#(text)","token_type":"Bearer","expires_in":\#(lifetime)}"#)
  }
}

/// A real HTTP server on a free port of this machine, which answers as a test says.
struct ScriptedServer {
  typealias Script = @Sendable (Received) async -> Reply

  let port: Int
  let requests: Shared<[Received]>
  /// Connections that were accepted.
  let accepted: Shared<Int>
  /// Connections that are over, or with HTTP/2 requests.
  let closed: Shared<Int>

  /// Runs for as long as `use` does.
  static func run<Value>(
    tls: NIOSSLContext? = nil, http2: HTTP2Manner? = nil, _ script: @escaping Script,
    use: (ScriptedServer) async throws -> Value
  ) async throws -> Value {
    let (requests, accepted, closed) = (Shared<[Received]>([]), Shared(0), Shared(0))
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let channel = try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          accepted.change { $0 += 1 }
          if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
          let handler = { @Sendable in ScriptHandler(requests: requests, closed: closed, script: script) }
          if let http2 {
            try http2.configure(channel, handler)
          } else {
            try channel.pipeline.syncOperations.configureHTTPServerPipeline()
            try channel.pipeline.syncOperations.addHandler(handler())
          }
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let server = ScriptedServer(
      port: channel.localAddress?.port ?? 0, requests: requests, accepted: accepted, closed: closed)
    let result: Result<Value, any Error>
    do { result = .success(try await use(server)) } catch { result = .failure(error) }
    try? await channel.close()
    try? await group.shutdownGracefully()
    return try result.get()
  }

  func count(_ path: String) -> Int { requests.value.count { $0.path.hasSuffix(path) } }
}

final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart

  private let requests: Shared<[Received]>
  private let closed: Shared<Int>
  private let script: ScriptedServer.Script
  private var head: HTTPRequestHead?
  private var body = ""

  init(requests: Shared<[Received]>, closed: Shared<Int>, script: @escaping ScriptedServer.Script) {
    self.requests = requests
    self.closed = closed
    self.script = script
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = ""
    case .body(let bytes): body += String(buffer: bytes)
    case .end:
      guard let head else { return }
      let received = Received(
        method: head.method.rawValue, uri: head.uri, version: head.version, headers: head.headers, body: body)
      requests.change { $0.append(received) }
      Self.follow(script, for: received, on: context.channel)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    closed.change { $0 += 1 }
    context.fireChannelInactive()
  }

  private static func follow(
    _ script: @escaping ScriptedServer.Script, for received: Received, on channel: any Channel
  ) {
    Task {
      let reply = await script(received)
      try? await send(reply, to: channel)
    }
  }

  private static func send(_ reply: Reply, to channel: any Channel) async throws {
    switch reply {
    case .silence: return
    case .hangUp: try await channel.close()
    case .stall:
      try await begin(on: channel)
    case .cut(let text):
      var head = HTTPResponseHead(version: .http1_1, status: .ok)
      head.headers = ["Content-Length": String(text.utf8.count)]
      channel.write(HTTPServerResponsePart.head(head), promise: nil)
      let half = ByteBuffer(bytes: text.utf8.prefix(text.utf8.count / 2))
      try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(half)))
      try await channel.close()
    case .reset(let code):
      let payload = HTTP2Frame.FramePayload.rstStream(code)
      let codec = try await channel.pipeline.context(handlerType: HTTP2FramePayloadToHTTP1ServerCodec.self)
        .map { NIOLoopBound($0, eventLoop: channel.eventLoop) }.get()
      try await channel.eventLoop.submit { codec.value.writeAndFlush(NIOAny(payload), promise: nil) }.get()
    case .cutConnection:
      try await begin(on: channel)
      try await channel.parent?.close()
    case .drip:
      try await begin(on: channel)
      while true {
        try await channel.eventLoop.scheduleTask(in: .milliseconds(5)) {}.futureResult.get()
        try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: " "))))
      }
    case .answer(let status, let headers, let body):
      var head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: status))
      let length = status == 204 ? [] : [("Content-Length", String(body.count))]
      head.headers = HTTPHeaders(headers + length)
      channel.write(HTTPServerResponsePart.head(head), promise: nil)
      channel.write(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: body))), promise: nil)
      try await channel.writeAndFlush(HTTPServerResponsePart.end(nil))
    }
  }

  private static func begin(on channel: any Channel) async throws {
    channel.write(HTTPServerResponsePart.head(.init(version: .http1_1, status: .ok)), promise: nil)
    try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: #"{"data":["#))))
  }
}
