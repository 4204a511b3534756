import Elements
import HTTPTypes
import Hummingbird

/// `POST /connect/token`: OAuth 2.0 client credentials (RFC 6749, 4.4) with a client secret or a signed assertion (RFC
/// 7523, 2.2).
struct TokenEndpoint: Sendable {
  let configuration: SandboxConfiguration
  let tokens: TokenBook
  let clock: SandboxClock
  private let assertions: AssertionCheck?

  private struct Form: Decodable {
    var grant_type: String?
    var client_id: String?
    var client_secret: String?
    var client_assertion_type: String?
    var client_assertion: String?
    var scope: String?
  }

  private struct Refusal: Error {
    let code: String
    var description: String?
  }

  init(configuration: SandboxConfiguration, tokens: TokenBook, clock: SandboxClock) {
    self.configuration = configuration
    self.tokens = tokens
    self.clock = clock
    assertions = configuration.certificate.map { AssertionCheck($0, clientID: configuration.clientID) }
  }

  func answer(_ request: Request, _ context: SandboxContext) async throws -> Response {
    let body = try await request.body.collect(upTo: 65_536)
    do throws(Refusal) {
      guard let form = try? URLEncodedFormDecoder().decode(Form.self, from: String(buffer: body)),
        let grantType = form.grant_type, let client = form.client_id
      else { throw Refusal(code: "invalid_request") }
      guard grantType == "client_credentials" else { throw Refusal(code: "unsupported_grant_type") }
      guard client == configuration.clientID else { throw Refusal(code: "invalid_client") }
      try await authenticate(form, port: context.channel.localAddress?.port ?? 0)
      return try granted(form.scope ?? "")
    } catch {
      return response(to: error)
    }
  }

  private func authenticate(_ form: Form, port: Int) async throws(Refusal) {
    guard form.client_assertion != nil || form.client_assertion_type != nil else {
      guard form.client_secret == configuration.clientSecret else { throw Refusal(code: "invalid_client") }
      return
    }
    guard let token = form.client_assertion, form.client_assertion_type == PresentedAssertion.type else {
      throw Refusal(code: "invalid_request", description: "client_assertion_type is not \(PresentedAssertion.type)")
    }
    guard form.client_secret == nil else {
      throw Refusal(code: "invalid_request", description: "a secret and an assertion exclude each other")
    }
    guard let assertions else {
      throw Refusal(code: "invalid_client", description: "no certificate is registered")
    }
    let addresses = ["127.0.0.1", "localhost"].map { "http://\($0):\(port)\(Front.tokenPath)" }
    do throws(RefusedAssertion) {
      try await assertions.check(token, audiences: Set(addresses), now: clock.unixSeconds())
    } catch {
      throw Refusal(code: "invalid_client", description: error.reason)
    }
  }

  private func granted(_ text: String) throws(Refusal) -> Response {
    let scopes = Set(text.split(separator: " ").map(String.init))
    guard text.count <= Scope.longest, !scopes.isEmpty, scopes.isSubset(of: configuration.scopes) else {
      throw Refusal(code: "invalid_scope")
    }
    return Response(
      headers: [.cacheControl: "no-store"],
      json: .object([
        "access_token": .text(tokens.issue(scopes, at: clock.elapsed())),
        "token_type": .text("Bearer"),
        "expires_in": .integer(configuration.tokenLifetime.components.seconds),
        "scope": .text(text),
      ]))
  }

  private func response(to refusal: Refusal) -> Response {
    Response(
      status: .badRequest,
      json: .object(["error": .text(refusal.code), "error_description": refusal.description.map { .text($0) }]))
  }
}
