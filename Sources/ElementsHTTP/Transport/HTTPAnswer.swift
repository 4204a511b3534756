#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What came back, whatever its status.
struct HTTPAnswer: Sendable {
  let status: Int
  /// The header `request-id`.
  let requestID: String?
  /// The header `Retry-After` as it came.
  let retryAfter: String?
  let body: Data
  /// The header `Date` as it came.
  var date: String?

  var isSuccess: Bool { (200..<300).contains(status) }
}
