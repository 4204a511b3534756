/// What a call is for, which decides its turn when more is wanted than may be asked at once.
public enum RequestPriority: Int, Comparable, Sendable, CaseIterable {
  /// What nobody waits for, such as figures of tenants that are out of view.
  case background
  /// Reading on, row after row.
  case scan
  /// Figures about tenants that are in view on an overview.
  case overview
  /// Rows that will be on the screen if the user goes on as before.
  case prefetch
  /// What the user is looking at.
  case onScreen

  public static func < (left: RequestPriority, right: RequestPriority) -> Bool {
    left.rawValue < right.rawValue
  }
}
