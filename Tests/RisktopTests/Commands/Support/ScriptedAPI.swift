import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The API as a test writes it: an HTTP server on threads of its own, so that an answer may be held back for as long as
/// a test likes.
final class ScriptedAPI: Sendable {
  struct Request: Sendable {
    let path: String
    let query: [String: String]
    /// As it came: first line, headers and body.
    let text: String

    var page: Int { query["pageIndex"].flatMap(Int.init) ?? 0 }
    var size: Int { query["pageSize"].flatMap(Int.init) ?? 0 }
    var isSignIns: Bool { path.hasSuffix("/signins") }
    var isActions: Bool { path.hasSuffix("/actions") }
    /// Of calls about a tenant.
    var tenantID: String { path.components(separatedBy: "/tenants/").last?.components(separatedBy: "/").first ?? "" }
  }

  struct Reply: Sendable {
    var status = 200
    var body: String
    /// The header `Date`.
    var date: String?

    static func token(_ token: String) -> Reply {
      Reply(body: #"{"access_token":"\#(token)","token_type":"Bearer","expires_in":3600,"scope":"s"}"#)
    }

    /// A page of rows that are written already.
    static func page(_ rows: some Sequence<String>, _ request: Request, total: Int) -> Reply {
      Reply(
        body: """
          {"data":[\(rows.joined(separator: ","))],\
          "metadata":{"pageIndex":\(request.page),"pageSize":\(request.size),"totalCount":\(total)}}
          """)
    }

    /// The page of a list that was asked for.
    static func list(_ rows: [String], _ request: Request) -> Reply {
      page(rows.dropFirst((request.page - 1) * request.size).prefix(request.size), request, total: rows.count)
    }
  }

  let port: Int
  private let listener: Int32
  private let answer: @Sendable (Request) -> Reply
  private let tokenAnswer: @Sendable (Request) -> Reply
  private let seen = Mutex<[Request]>([])
  private let isStopped = Mutex(false)
  private let hasClosed = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - tokenAnswer: called for the token.
  ///   - answer: called on a thread of its own for all else; may block.
  init(
    tokenAnswer: @escaping @Sendable (Request) -> Reply = { _ in .token("t") },
    answer: @escaping @Sendable (Request) -> Reply
  ) throws {
    self.answer = answer
    self.tokenAnswer = tokenAnswer
    let listener = socket(AF_INET, SocketKind.stream, 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard listener >= 0, bound else { throw Missing(what: "a port", remedy: String(cString: strerror(errno))) }
    port = Int(UInt16(bigEndian: address.sin_port))
    start { [self] in acceptAll() }
  }

  /// Takes no more calls; returns when the port is free.
  func stop() {
    isStopped.withLock { $0 = true }
    hasClosed.wait()
  }

  /// Closes the socket on the thread that accepts, so that it never accepts on a number that is another socket's by
  /// then.
  private func acceptAll() {
    var state = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
    while !isStopped.withLock({ $0 }) {
      guard poll(&state, 1, 20) == 1 else { continue }
      let connection = accept(listener, nil, nil)
      if connection >= 0 { start { [self] in serve(connection) } }
    }
    close(listener)
    hasClosed.signal()
  }

  var requests: [Request] { seen.withLock { $0 } }
  /// The pages of sign-ins that were asked for, in order.
  var pages: [Int] { requests.filter(\.isSignIns).map(\.page) }

  /// What a program needs to call it.
  var environment: [String: String] {
    [
      "RISKTOP_API_URL": "http://127.0.0.1:\(port)", "RISKTOP_TOKEN_URL": "http://127.0.0.1:\(port)/connect/token",
      "RISKTOP_CLIENT_ID": "scripted", "RISKTOP_CLIENT_SECRET": "secret",
    ]
  }

  private func start(_ work: @escaping @Sendable () -> Void) {
    Thread(block: work).start()
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    guard let request = readRequest(connection) else { return }
    let reply: Reply
    if request.path == "/connect/token" {
      reply = tokenAnswer(request)
    } else {
      seen.withLock { $0.append(request) }
      reply = answer(request)
    }
    let head =
      "HTTP/1.1 \(reply.status) Status\r\nContent-Length: \(reply.body.utf8.count)\r\n"
      + (reply.date.map { "Date: \($0)\r\n" } ?? "") + "Connection: close\r\n\r\n"
    var rest = Array((head + reply.body).utf8)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, SocketKind.quiet) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  /// Reads head and body; of the head the first line and the body's length matter.
  private func readRequest(_ connection: Int32) -> Request? {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let end = received.range(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
        let length = head.firstMatch(of: /(?i)content-length: *(\d+)/).flatMap { Int($0.output.1) } ?? 0
        if received.count - end.upperBound >= length {
          return Request(head: head, text: String(decoding: received, as: UTF8.self))
        }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      received.append(contentsOf: buffer[..<count])
    }
  }
}

/// Constants that differ between the C libraries.
private enum SocketKind {
  #if canImport(Glibc)
    static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    static let stream = SOCK_STREAM
  #endif
  /// A connection that the other side has closed raises no signal.
  #if canImport(Darwin)
    static let quiet: Int32 = 0
  #else
    static let quiet = Int32(MSG_NOSIGNAL)
  #endif
}

extension ScriptedAPI.Request {
  fileprivate init?(head: String, text: String) {
    let words = head.prefix { $0 != "\r\n" }.split(separator: " ")
    guard words.count > 1, let url = URLComponents(string: String(words[1])) else { return nil }
    path = url.path
    self.text = text
    query = Dictionary(
      (url.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
  }
}

/// Runs a scripted server for as long as `use` takes.
func withAPI(
  _ answer: @escaping @Sendable (ScriptedAPI.Request) -> ScriptedAPI.Reply, _ use: (ScriptedAPI) async throws -> Void
) async throws {
  let api = try ScriptedAPI(answer: answer)
  defer { api.stop() }
  try await use(api)
}
