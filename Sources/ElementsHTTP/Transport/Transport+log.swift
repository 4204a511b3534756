import Logging

extension Transport {
  /// The same, with a line in the log for each request: what was asked, what came of it, and how long that took.
  ///
  /// Neither headers nor bodies are logged, and of what a server says about itself nothing that was secret.
  func logged(to log: Logger, time: TimeSource, hiding secrets: [Secret]) -> Transport {
    Transport { request throws(TransportFailure) in
      let begin = time.now()
      do throws(TransportFailure) {
        let answer = try await send(request)
        let redaction = Redaction(secrets + [request.bearer].compactMap { $0 })
        log.log(
          level: answer.isSuccess ? .info : .warning, "\(request.summary) \(answer.status)",
          metadata: answer.facts(after: time.now() - begin, redaction))
        return answer
      } catch {
        log.error(
          "\(request.summary) failed: \(error.cause)", metadata: ["ms": "\((time.now() - begin).milliseconds)"])
        throw error
      }
    }
  }
}

extension OutgoingRequest {
  fileprivate var summary: String {
    switch method {
    case .get: "GET \(url)"
    case .post: "POST \(url)"
    }
  }
}

extension HTTPAnswer {
  fileprivate func facts(after time: Duration, _ redaction: Redaction) -> Logger.Metadata {
    var facts: Logger.Metadata = ["ms": "\(time.milliseconds)", "bytes": "\(body.count)"]
    if let requestID { facts["request"] = "\(redaction(requestID))" }
    if let retryAfter { facts["retry-after"] = "\(redaction(retryAfter))" }
    return facts
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 { Int64(self / .milliseconds(1)) }
}
