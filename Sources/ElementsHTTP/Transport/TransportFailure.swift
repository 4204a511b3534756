/// Why no answer came.
struct TransportFailure: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// No connection, or it broke: the next try may do better.
    case broken
    /// The server did nothing about the request: it may be sent again at no cost.
    case notTakenOn
    /// The server was given its time, or can't be trusted: the next try would do no better.
    case hopeless
    /// The answer is larger than is read.
    case tooLarge
    case cancelled
  }

  let kind: Kind
  /// A short phrase in plain English, without names of code.
  let cause: String

  static let cancelled = TransportFailure(kind: .cancelled, cause: "cancelled")
}
