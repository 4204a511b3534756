import Elements
import HTTPTypes
import Hummingbird
import NIOCore

/// What comes instead of an answer.
enum AnswerFault: Sendable {
  case throttled(RetryAfter)
  /// Status 500, 502, 503 or 504.
  case serverError(Hash)
  case html(HTTPResponse.Status)
  /// No answer at all.
  case reset

  /// When to come back.
  enum RetryAfter: Sendable {
    case seconds(Int)
    /// Seconds since 1970.
    case date(Int64)
    case unsaid
  }

  /// The fault of a call, if one strikes; `now` in seconds since 1970.
  init?(_ dice: FaultDice, call: UInt64, now: Int64) {
    let kinds: [FaultKind] = [
      .reset, .throttled, .throttledUntilDate, .throttledBare, .serverError, .badGateway, .html,
    ]
    guard let kind = kinds.first(where: { dice.strikes($0, call: call) }) else { return nil }
    let draw = dice.draw(kind, call: call)
    switch kind {
    case .throttled: self = .throttled(.seconds(1 + draw[.size].below(3)))
    case .throttledUntilDate: self = .throttled(.date(now + 1 + Int64(draw[.size].below(3))))
    case .throttledBare: self = .throttled(.unsaid)
    case .serverError: self = .serverError(draw)
    case .badGateway: self = .html(.badGateway)
    case .html: self = .html(.ok)
    default: self = .reset
    }
  }

  /// Nil where there is none.
  func response(requestID: String) -> Response? {
    switch self {
    case .throttled(let retryAfter): retryAfter.problem.response(requestID: requestID)
    case .serverError(let draw): AnswerFault.serverError(draw, requestID: requestID)
    case .html(let status): Response(status: status, html: status == .ok ? "Sign in" : status.description)
    case .reset: nil
    }
  }

  /// In the API's words, or with nothing at all.
  private static func serverError(_ draw: Hash, requestID: String) -> Response {
    let statuses: [HTTPResponse.Status] = [
      .internalServerError, .badGateway, .serviceUnavailable, .gatewayTimeout,
    ]
    let status = draw[.status].pick(statuses, or: .serviceUnavailable)
    guard draw[.size].below(2) == 0 else { return Response(status: status) }
    return Problem(status: status, message: status.reasonPhrase).response(requestID: requestID)
  }
}

extension AnswerFault.RetryAfter {
  var problem: Problem {
    Problem(status: .tooManyRequests, message: "Too many requests.", headers: headers)
  }

  private var headers: HTTPFields {
    switch self {
    case .seconds(let seconds): [.retryAfter: String(seconds)]
    case .date(let moment): [.retryAfter: DateHeader.text(moment)]
    case .unsaid: [:]
    }
  }
}

extension Response {
  fileprivate init(status: HTTPResponse.Status, html title: String) {
    self.init(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(
        byteBuffer: ByteBuffer(
          string: "<!DOCTYPE html>\n<html><head><title>\(title)</title></head><body><h1>\(title)</h1></body></html>\n"))
    )
  }
}
