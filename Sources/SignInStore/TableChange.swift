import Elements
import SignInAnalysis

/// What a page has changed in a tenant's table, by whichever list it came.
public struct TableChange: Sendable {
  public let tenant: TenantNumber
  /// The rows that are new.
  public var new: Range<RowNumber> = 0..<0
  /// Rows that were known and have other contents now, with what they had.
  public var changed: [RowNumber: SignIn] = [:]
  /// All rows have gone.
  public var isForgotten = false
}
