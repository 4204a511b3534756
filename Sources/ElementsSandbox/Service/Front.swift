import Elements
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Stands before all calls: holds them back, lets them fail on purpose, turns refusals into answers and tells who listens.
final class Front: RouterMiddleware {
  private let configuration: SandboxConfiguration
  private let onRequest: @Sendable (RecordedRequest) -> Void
  private let count = Mutex<UInt64>(0)

  static let tokenPath = "/connect/token"
  /// By which the vendor's support finds a call again.
  private static let requestIDName = HTTPField.Name("request-id")

  init(_ configuration: SandboxConfiguration, onRequest: @escaping @Sendable (RecordedRequest) -> Void) {
    self.configuration = configuration
    self.onRequest = onRequest
  }

  func handle(
    _ request: Request, context: SandboxContext, next: (Request, SandboxContext) async throws -> Response
  ) async throws -> Response {
    if configuration.latency > .zero { try await Task.sleep(for: configuration.latency) }
    let number = count.withLock { count in
      count += 1
      return count
    }
    let requestID = Hash(configuration.seed, number)[.request].guid
    var response: Response
    if let fault = fault(of: request, number: number) {
      guard let failure = fault.response(call: number) else { return await cut(request, context) }
      response = failure
    } else {
      response = await answer(request, context, requestID, next)
    }
    if let name = Front.requestIDName { response.headers[name] = requestID }
    record(request, status: response.status.code)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(
    _ request: Request, _ context: SandboxContext, _ requestID: String,
    _ next: (Request, SandboxContext) async throws -> Response
  ) async -> Response {
    do {
      return try await next(request, context)
    } catch let problem as Problem {
      return problem.response(requestID: requestID)
    } catch let error as any HTTPResponseError where error.status == .notFound {
      return Problem.notFound("No such resource.").response(requestID: requestID)
    } catch let error as any HTTPResponseError {
      return Problem(status: error.status, message: error.status.reasonPhrase).response(requestID: requestID)
    } catch is NIOTooManyBytesError {
      return Problem(status: .contentTooLarge, message: "The body is too large.").response(requestID: requestID)
    } catch {
      return Problem(status: .internalServerError, message: "Unexpected.").response(requestID: requestID)
    }
  }

  private func fault(of request: Request, number: UInt64) -> Fault? {
    guard request.uri.path != Front.tokenPath, let fault = configuration.fault else { return nil }
    return fault.strikes(call: number) ? fault : nil
  }

  /// The answer goes to a connection that is already closed.
  private func cut(_ request: Request, _ context: SandboxContext) async -> Response {
    record(request, status: nil)
    try? await context.channel.close()
    return Response(status: .serviceUnavailable)
  }

  private func record(_ request: Request, status: Int?) {
    onRequest(
      RecordedRequest(
        method: request.method.rawValue, path: request.uri.path, query: request.uri.query, status: status))
  }
}

extension Fault {
  /// Nil where there is no answer at all. Every other 429 says when to come back.
  fileprivate func response(call number: UInt64) -> Response? {
    switch kind {
    case .tooManyRequests:
      Response(status: .tooManyRequests, headers: number % 2 == 0 ? [.retryAfter: "1"] : [:])
    case .unavailable:
      Response(
        status: .serviceUnavailable, headers: [.contentType: "text/html"],
        body: ResponseBody(
          byteBuffer: ByteBuffer(
            string: "<html><head><title>503</title></head><body><h1>Service Unavailable</h1></body></html>")))
    case .reset: nil
    }
  }
}
