import AsyncHTTPClient
import ElementsSandbox
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization

/// What came back.
struct Answer: Sendable {
  let status: Int
  let headers: HTTPHeaders
  let text: String

  func decoded<Body: Decodable>(as type: Body.Type = Body.self) throws -> Body {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}

/// Speaks plain HTTP to a sandbox, right or wrong.
struct SandboxClient: Sendable {
  static let form = "application/x-www-form-urlencoded"

  let port: Int
  var token: String?

  func send(
    _ method: HTTPMethod, _ path: String, body: String? = nil, contentType: String = "application/json"
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
    request.method = method
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    if let body {
      request.headers.add(name: "Content-Type", value: contentType)
      request.body = .bytes(ByteBuffer(string: body))
    }
    let response = try await HTTPClient.shared.execute(request, deadline: .distantFuture)
    let content = try await response.body.collect(upTo: 1 << 22)
    return Answer(status: Int(response.status.code), headers: response.headers, text: String(buffer: content))
  }

  func get(_ path: String) async throws -> Answer {
    try await send(.GET, path)
  }

  func requestToken(
    grant: String = "client_credentials", id: String = "sandbox", secret: String = "sandbox-secret",
    scope: String = "elements.customers.read.all+elements.um.user.read.all"
  ) async throws -> Answer {
    try await send(
      .POST, "/connect/token", body: "grant_type=\(grant)&client_id=\(id)&client_secret=\(secret)&scope=\(scope)",
      contentType: SandboxClient.form)
  }

  func authorized(scope: String = "elements.customers.read.all+elements.um.user.read.all") async throws -> SandboxClient
  {
    var client = self
    client.token = try await requestToken(scope: scope).decoded(as: TokenBody.self).access_token
    return client
  }
}

/// A clock that goes when it is told to.
final class ManualClock: Sendable {
  private let state = Mutex((time: Duration.zero, readings: 0))

  var elapsed: Duration {
    state.withLock { state in
      state.readings += 1
      return state.time
    }
  }

  /// How often it was looked at.
  var readings: Int { state.withLock { $0.readings } }

  func advance(by duration: Duration) {
    state.withLock { $0.time += duration }
  }
}

struct TokenBody: Decodable {
  let access_token: String
  let token_type: String
  let expires_in: Int
  let scope: String
}

struct ProblemBody: Decodable {
  struct Field: Decodable { let field: String }
  let statusCode: Int
  let message: String
  let requestId: String
  let errors: [Field]?
}

struct Metadata: Decodable, Equatable, Sendable {
  let pageIndex: Int
  let pageSize: Int
  let totalCount: Int
}

struct PageBody<Row: Decodable & Sendable>: Decodable, Sendable {
  let data: [Row]
  let metadata: Metadata
}

struct SignInRow: Decodable, Equatable, Sendable {
  let id: String
  let loginTime: String
  let userDisplayName: String
  let ip: String?
  let lat: Double?
  let lon: Double?
  let country: String?
  let city: String?
  let isRisk: Bool
}
