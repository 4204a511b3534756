/// Which of the two descriptions of the API the sandbox follows.
public enum Dialect: String, Sendable, CaseIterable {
  /// `loginTime` is an integer, .NET ticks; a page holds 100 rows unless asked otherwise.
  case ticks
  /// `loginTime` is ISO 8601; a page holds 50 rows unless asked otherwise.
  case iso

  /// Rows a page where the request does not say.
  var defaultPageSize: Int {
    switch self {
    case .ticks: 100
    case .iso: 50
    }
  }
}
