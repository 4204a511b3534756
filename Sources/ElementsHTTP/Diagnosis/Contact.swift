/// A server that answered.
public struct Contact: Hashable, Sendable {
  /// Of the answer to `GET /` without credentials: 401 and 404 are as good as 200.
  public let status: Int
  /// By how many seconds the server's clock is ahead of this machine's; negative where it is behind. Exact to the
  /// second. Nil where the answer has no `Date` that can be read.
  public let clockSkew: Int64?

  /// `before` and `after` are by this machine's clock: the server wrote its date between them.
  init(_ answer: HTTPAnswer, between before: Int64, and after: Int64) {
    status = answer.status
    clockSkew = answer.date.flatMap(HTTPDate.unixSeconds).map { date in
      date < before ? date - before : max(0, date - after)
    }
  }
}
