/// The body of a token request (RFC 6749, section 4.4.2), and what in it must not be shown.
struct TokenForm: Sendable {
  private let fields: [(name: String, value: Secret)]
  /// The secret or the assertion.
  let proof: Secret

  init(clientID: String, scopes: [String], secret: Secret) {
    self.init(clientID, scopes, proof: secret, named: "client_secret")
  }

  init(clientID: String, scopes: [String], assertion: Secret) {
    self.init(
      clientID, scopes, proof: assertion, named: "client_assertion",
      after: [("client_assertion_type", ClientAssertion.type)])
  }

  private init(
    _ clientID: String, _ scopes: [String], proof: Secret, named name: String,
    after type: [(name: String, value: String)] = []
  ) {
    let others = [("grant_type", "client_credentials"), ("client_id", clientID)] + type
    fields =
      others.map { ($0.0, Secret($0.1)) } + [(name, proof), ("scope", Secret(scopes.joined(separator: " ")))]
    self.proof = proof
  }

  func request(to endpoint: EndpointURL) -> OutgoingRequest {
    let form = fields.map { "\($0.name)=\($0.value.text.percentEncoded)" }.joined(separator: "&")
    return OutgoingRequest(
      endpoint: endpoint, method: .post(body: Secret(form), contentType: "application/x-www-form-urlencoded"),
      proof: proof)
  }
}
