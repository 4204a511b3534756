import HTTPTypes
import Hummingbird

/// A refusal in the words of the API.
struct Problem: Error {
  let status: HTTPResponse.Status
  let message: String
  /// What was wrong with the request, on 400 alone.
  var fields: [Field] = []
  var headers: HTTPFields = [:]

  struct Field {
    let name: String
    let message: String
  }

  static func badRequest(_ name: String, _ message: String) -> Problem {
    Problem(
      status: .badRequest, message: "One or more parameters are invalid.",
      fields: [Field(name: name, message: message)])
  }

  static func unauthorized(_ message: String) -> Problem {
    Problem(status: .unauthorized, message: message, headers: [.wwwAuthenticate: "Bearer"])
  }

  static func notFound(_ message: String) -> Problem { Problem(status: .notFound, message: message) }

  static func forbidden(_ message: String) -> Problem { Problem(status: .forbidden, message: message) }

  func response(requestID: String) -> Response {
    let errors: JSON? =
      fields.isEmpty
      ? nil
      : .list(
        fields.map {
          .object(["code": .text("InvalidParameter"), "field": .text($0.name), "message": .text($0.message)])
        })
    return Response(
      status: status, headers: headers,
      json: .object([
        "statusCode": .integer(Int64(status.code)), "message": .text(message), "requestId": .text(requestID),
        "errors": errors,
      ]))
  }
}

extension Response {
  static let jsonType = "application/json; charset=utf-8"

  init(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], json: JSON) {
    var headers = headers
    headers[.contentType] = Response.jsonType
    self.init(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
  }
}
