import Elements

/// Errors in words: what was tried, what happened, what to do.
extension ElementsError {
  /// What was tried and what happened, in one line. Contains foreign text.
  public var summary: String {
    "\(call.name): \(happening)"
  }

  /// What the user can do, or nil where only trying again helps.
  public var remedy: String? {
    switch reason {
    case .unreachable(_, let cause): ElementsError.networkRemedy(cause)
    case .identityRefused(_, let code, _): ElementsError.identityRemedy(code)
    case .refused(let refusal): refusalRemedy(refusal.status)
    case .throttled(_, let throttling): "try again in \(throttling.asked?.rounded ?? "a minute or two")"
    case .unexpectedAnswer: "check that the address is that of the Elements API"
    case .cancelled: nil
    }
  }

  /// The reason in a few words, for a cell of a table. Of foreign text it contains an error code at most, cut to 30 of
  /// the characters that such a code may have.
  public var shortReason: String {
    switch reason {
    case .unreachable: "unreachable"
    case .identityRefused(_, let code, _): "sign-in refused (\(ElementsError.plain(code).prefix(30)))"
    case .refused(let refusal): statusPhrase(refusal)
    case .throttled: "throttled (429)"
    case .unexpectedAnswer: "answer not understood"
    case .cancelled: "cancelled"
    }
  }

  /// What happened, without what was tried.
  public var happening: String {
    switch reason {
    case .unreachable(let host, let cause): "\(host) is unreachable: \(cause)"
    case .identityRefused(let status, let code, let description):
      "the identity server refused with \(code) (\(status))" + (description.map { ": \($0)" } ?? "")
    case .refused(let refusal): statusPhrase(refusal) + refusal.details
    case .throttled(let refusal, let throttling): throttling.phrase + refusal.details
    case .unexpectedAnswer(let expected, let place, let found, let requestID):
      "expected \(expected) at \(place), found \(found)" + ElementsError.requestNote(requestID)
    case .cancelled: "cancelled"
    }
  }

  private func statusPhrase(_ refusal: ElementsError.Refusal) -> String {
    let status = refusal.status
    return switch status {
    case 400: "the server calls the request wrong (400)"
    case 401: "token not accepted (401)"
    case 403: "not granted (403)"
    case 404: call.isAboutTenant ? "no such \(refusal.missing) (404)" : "nothing is at this address (404)"
    case 429: "throttled (429)"
    case 503: "service unavailable (503)"
    case 300...399: "the server sends elsewhere (\(status)), and nothing was sent there"
    case 500...: "server error (\(status))"
    default: "status \(status)"
    }
  }

  /// Visible ASCII but quotation marks and backslashes, and blanks (RFC 6749, section 5.2).
  private static func plain(_ code: String) -> String {
    code.filter { $0.isASCII && (" "..."~").contains($0) && $0 != "\"" && $0 != "\\" }
  }

  private static func networkRemedy(_ cause: String) -> String {
    cause.contains("not trusted")
      ? "check this machine's clock; where a proxy looks into TLS, set RISKTOP_CA_FILE"
      : "check the network, the proxy and the API's address"
  }

  private static func identityRemedy(_ code: String) -> String {
    switch code {
    case "invalid_client":
      "check the client id, its secret or certificate, and the environment: risktop config shows them"
    case "invalid_scope": "check the scopes against the permissions of the app registration"
    case "unauthorized_client": "allow the client credentials grant for this app registration"
    default: "check the app registration under Elements > API app registration"
    }
  }

  private func refusalRemedy(_ status: Int) -> String? {
    switch status {
    case 401: "check the client id, its secret or certificate, and this machine's clock"
    case 403: forbiddenRemedy
    case 404: call.isAboutTenant ? "check the ids of customer and tenant" : "check the API's address"
    case 300...399: "check \(call == .token ? "the token endpoint's" : "the API's") address: redirects are not followed"
    default: nil
    }
  }

  private var forbiddenRemedy: String {
    guard case .customers = call else {
      return "grant the app registration this customer and elements.um.user.read.all"
    }
    return
      "grant the app registration elements.customers.read.all, list tenants in the profile, or open one with --customer ID --tenant ID"
  }

  static func requestNote(_ requestID: String?) -> String {
    requestID.map { " · request \($0)" } ?? ""
  }
}

extension ElementsError.Throttling {
  /// `throttled (429) for 57 s, and asked to wait 25 s more`.
  fileprivate var phrase: String {
    var words = "throttled (429)"
    if tried >= .seconds(1) { words += " for \(tried.nearest)" }
    if let asked { words += ", and asked to wait \(asked.rounded)\(tried >= .seconds(1) ? " more" : "")" }
    return words
  }
}

extension Duration {
  /// Seconds, from two minutes on minutes; of time that has passed.
  fileprivate var nearest: String {
    let seconds = components.seconds
    return seconds < 120 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }

  /// Seconds, from two minutes on minutes; rounded up, as who waits needs it.
  fileprivate var rounded: String {
    let (seconds, rest) = components
    let whole = seconds + (rest > 0 ? 1 : 0)
    return whole < 120 ? "\(whole) s" : "\((whole + 59) / 60) min"
  }
}

extension ElementsError.Refusal {
  /// What the server says beyond the status, and what it calls the request.
  fileprivate var details: String {
    let message = isSaidByStatus ? nil : message
    return (message.map { ": \($0)" } ?? "") + ElementsError.requestNote(requestID)
  }

  /// What does not exist, as far as the server says.
  fileprivate var missing: String {
    let things = ["customer", "tenant"]
    let named = isSaidByStatus ? things.filter { messageWords.contains($0) } : []
    return (named.isEmpty ? things : named).joined(separator: " or ")
  }

  /// Whether the message only puts the status into other words, as `The tenant does not exist.` for 404.
  private var isSaidByStatus: Bool {
    guard let words = Self.wordsOfStatus[status], !messageWords.isEmpty else { return false }
    return messageWords.allSatisfy { words.contains($0) || Self.smallWords.contains($0) }
  }

  private var messageWords: [String] {
    (message ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static let smallWords: Set = [
    "a", "an", "the", "this", "that", "is", "was", "were", "are", "be", "been", "has", "have", "does", "do", "could",
    "can", "cannot", "not", "no", "to", "for", "of", "or", "and", "you", "your", "such",
  ]
  private static let wordsOfStatus: [Int: Set<String>] = [
    400: ["bad", "request"],
    401: ["unauthorized", "unauthorised", "token", "accepted"],
    403: ["forbidden", "access", "denied", "granted", "permission", "customer", "tenant"],
    404: ["found", "exist", "exists", "resource", "customer", "tenant"],
    429: ["too", "many", "requests", "throttled", "rate", "limit", "exceeded"],
    500: ["internal", "server", "error", "occurred", "unexpected"],
    503: ["service", "server", "unavailable", "temporarily"],
  ]
}

extension ElementsCall {
  /// Whether it names a customer and a tenant, which may not exist.
  public var isAboutTenant: Bool {
    switch self {
    case .token, .customers: false
    case .actionCounts, .signIns: true
    }
  }

  /// What was asked, as the subject of a sentence.
  public var name: String {
    switch self {
    case .token: "signing in"
    case .customers(let page): "customers, page \(page)"
    case .actionCounts: "action counts"
    case .signIns(_, .all, let page): "sign-ins, page \(page)"
    case .signIns(_, .risky, let page): "risky sign-ins, page \(page)"
    }
  }
}
