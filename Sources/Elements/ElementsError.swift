/// Why a call gave no answer. Holds facts only; sentences are made where they are shown.
///
/// No secret, token or query of the token endpoint is ever part of it.
public struct ElementsError: Error, Hashable, Sendable {
  /// What was asked.
  public let call: ElementsCall
  public let reason: Reason

  public init(call: ElementsCall, reason: Reason) {
    self.call = call
    self.reason = reason
  }

  public enum Reason: Error, Hashable, Sendable {
    /// No answer came: name look-up, connection, TLS or a time-out failed. `cause` is a short phrase.
    case unreachable(host: String, cause: String)
    /// The identity server refused the credentials: its `error` code, its description if any.
    case identityRefused(status: Int, code: String, description: String?)
    /// The API answered with a status other than success.
    case refused(Refusal)
    /// Still 429 when the time was over for which that is borne, however often it was tried.
    case throttled(Refusal, Throttling)
    /// The answer was not what the API's description says: what was expected where (`data[3].id`), and what was found.
    case unexpectedAnswer(expected: String, at: String, found: String, requestID: String?)
    /// The caller's task was cancelled. Never shown.
    case cancelled
  }

  /// What an answer said with a status that is not success.
  public struct Refusal: Hashable, Sendable {
    public let status: Int
    /// The server's own words. Foreign text.
    public let message: String?
    /// The `request-id` of the answer, for the vendor's support.
    public let requestID: String?

    public init(status: Int, message: String?, requestID: String?) {
      self.status = status
      self.message = message
      self.requestID = requestID
    }
  }
}

extension ElementsError {
  /// How a call fared that was answered with 429 to the end.
  public struct Throttling: Hashable, Sendable {
    /// From its first 429 to its last; zero where it was sent once.
    public let tried: Duration
    /// For how long from then on the server asks not to be asked; nil where it does not say.
    public let asked: Duration?

    public init(tried: Duration, asked: Duration?) {
      self.tried = tried
      self.asked = asked
    }
  }
}

extension ElementsError {
  /// Whether the app registration lacks a permission: not something that goes away by trying again.
  public var isForbidden: Bool {
    if case .refused(let refusal) = reason { refusal.status == 403 } else { false }
  }

  /// Whether the account may not read it, by 401 or 403.
  public var isRefusal: Bool {
    if case .refused(let refusal) = reason { [401, 403].contains(refusal.status) } else { false }
  }
}

/// A call, named for errors and logs.
public enum ElementsCall: Hashable, Sendable {
  /// The token that all other calls need.
  case token
  case customers(page: Int)
  case actionCounts(TenantReference)
  case signIns(TenantReference, SignInScope, page: Int)
}
