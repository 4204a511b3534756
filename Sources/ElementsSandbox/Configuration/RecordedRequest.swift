import Elements

/// What came in and what was answered, for those who count requests.
public struct RecordedRequest: Sendable, Hashable {
  public let method: String
  /// Without the query, as it came.
  public let path: String
  /// What follows the `?`, as it came; nil where there is none.
  public let query: String?
  /// Nil where the connection was closed instead of an answer.
  public let status: Int?
  /// The tenant that the call was about; nil for customers, the token and what is no call.
  public let tenant: TenantReference?
  /// When it came, since the sandbox started.
  public let arrival: Duration
  /// How long its answer was held back on purpose.
  public let held: Duration
  /// Calls of the API under way when it came, this one among them; 0 for the token endpoint, which counts nowhere.
  public let inFlight: Int
  /// Of these, calls about the same tenant; 0 where there is none.
  public let inFlightOfTenant: Int
}
