/// What came in and what was answered, for those who count requests.
public struct RecordedRequest: Sendable, Hashable {
  public let method: String
  /// Without the query, as it came.
  public let path: String
  /// What follows the `?`, as it came; nil where there is none.
  public let query: String?
  /// Nil where the connection was closed instead of an answer.
  public let status: Int?
}
