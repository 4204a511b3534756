#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What came back, whatever its status.
struct HTTPAnswer: Sendable {
  /// Of the `request-id`, so much is kept: it is there to be read out to the vendor.
  static let longestRequestID = 200

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
