import Logging

extension Transport {
  /// The same, with a line in the log for each request: what was asked, what came of it, and how long that took.
  ///
  /// Neither bodies nor headers are logged, but for two that a server writes about itself: without what was secret in
  /// the request, and not at all where the answer brings a token.
  func logged(to log: Logger, time: TimeSource, hiding secrets: [Secret]) -> Transport {
    Transport { request throws(TransportFailure) in
      let begin = time.now()
      do throws(TransportFailure) {
        let answer = try await send(request)
        var facts = Logger.Metadata(after: time.now() - begin)
        facts["bytes"] = "\(answer.body.count)"
        if request.proof == nil || !answer.isSuccess {
          facts.merge(answer.facts(hiding: secrets + request.secrets)) { $1 }
        }
        log.log(
          level: answer.isSuccess ? .info : .warning, "\(request.summary) \(answer.status)", metadata: facts)
        return answer
      } catch {
        log.log(
          level: error.level, "\(request.summary) \(error.words)",
          metadata: Logger.Metadata(after: time.now() - begin))
        throw error
      }
    }
  }
}

extension OutgoingRequest {
  fileprivate var secrets: [Secret] { [bearer, proof].compactMap(\.self) }

  fileprivate var summary: String {
    switch method {
    case .get: "GET \(url)"
    case .post: "POST \(url)"
    }
  }
}

extension HTTPAnswer {
  private static let longestFact = 200

  fileprivate func facts(hiding secrets: [Secret]) -> Logger.Metadata {
    let redaction = Redaction(secrets)
    return ["request": requestID, "retry-after": retryAfter]
      .compactMapValues { $0.map { "\(Self.plain(redaction($0)))" } }
  }

  /// What is neither visible ASCII nor a blank, nor stands for a secret, as a question mark.
  private static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(longestFact)
    return String(String.UnicodeScalarView(scalars.map { ("\u{20}"..."\u{7E}").contains($0) || $0 == "…" ? $0 : "?" }))
  }
}

extension TransportFailure {
  fileprivate var level: Logger.Level {
    switch kind {
    case .cancelled: .debug
    case .notTakenOn: .notice
    case .broken, .hopeless, .tooLarge: .error
    }
  }

  fileprivate var words: String {
    switch kind {
    case .cancelled: "cancelled"
    case .notTakenOn: "not taken on"
    case .broken, .hopeless, .tooLarge: "failed: \(cause)"
    }
  }
}

extension Logger.Metadata {
  /// Begins with how long it took, in milliseconds.
  fileprivate init(after time: Duration) {
    self = ["ms": "\(Int64(time / .milliseconds(1)))"]
  }
}
