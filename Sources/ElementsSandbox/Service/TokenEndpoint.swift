import Elements
import HTTPTypes
import Hummingbird

/// `POST /connect/token`: OAuth 2.0 client credentials (RFC 6749, 4.4) with a client secret.
struct TokenEndpoint: Sendable {
  let configuration: SandboxConfiguration
  let tokens: TokenBook
  let elapsed: @Sendable () -> Duration

  private struct Form: Decodable {
    var grant_type: String?
    var client_id: String?
    var client_secret: String?
    var scope: String?
  }

  func answer(_ request: Request) async throws -> Response {
    let body = try await request.body.collect(upTo: 65_536)
    guard let form = try? URLEncodedFormDecoder().decode(Form.self, from: String(buffer: body)),
      let grantType = form.grant_type, let client = form.client_id
    else { return refusal("invalid_request") }
    guard grantType == "client_credentials" else { return refusal("unsupported_grant_type") }
    guard client == configuration.clientID, form.client_secret == configuration.clientSecret else {
      return refusal("invalid_client")
    }
    let text = form.scope ?? ""
    let scopes = Set(text.split(separator: " ").map(String.init))
    guard text.count <= Scope.longest, !scopes.isEmpty, scopes.isSubset(of: configuration.scopes) else {
      return refusal("invalid_scope")
    }
    return granted(scopes, text)
  }

  private func granted(_ scopes: Set<String>, _ text: String) -> Response {
    Response(
      headers: [.cacheControl: "no-store"],
      json: .object([
        "access_token": .text(tokens.issue(scopes, at: elapsed())),
        "token_type": .text("Bearer"),
        "expires_in": .integer(configuration.tokenLifetime.components.seconds),
        "scope": .text(text),
      ]))
  }

  private func refusal(_ error: String) -> Response {
    Response(status: .badRequest, json: .object(["error": .text(error)]))
  }
}
