import Elements

/// One HTTP request, ready to be sent.
struct OutgoingRequest: Sendable {
  enum Method: Sendable {
    case get
    case post(body: Secret, contentType: String)
  }

  let endpoint: EndpointURL
  let method: Method
  /// Percent-encoded, added to the endpoint's own path; empty for the endpoint itself.
  var path = ""
  /// Names and values, not yet encoded.
  var query: [(name: String, value: String)] = []
  /// Sent as `Authorization: Bearer`.
  var bearer: Secret?
  /// In the body, of a request for a token; nil for any other.
  var proof: Secret?

  var url: String {
    let pairs = query.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }
    return endpoint.description + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }
}
