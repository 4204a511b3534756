/// How the sandbox fails on purpose, and how often.
public struct Fault: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Status 429, every other time with `Retry-After: 1`.
    case tooManyRequests = "429"
    /// Status 503 with a gateway's HTML page.
    case unavailable = "503"
    /// The connection closes before any answer.
    case reset
  }

  public let kind: Kind
  /// Of the API's calls (the token endpoint is spared), in 0...1.
  public let share: Double

  /// A share outside 0...1 is moved to the nearer end; one that is no number counts as 0.
  public init(kind: Kind, share: Double = 0.1) {
    self.kind = kind
    self.share = share.isNaN ? 0 : min(1, max(0, share))
  }

  /// Reads `429`, `503:0.5` or `reset:0.2`; nil for anything else, a share outside 0...1 among them.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, let kind = Kind(rawValue: String(first)), parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      self.init(kind: kind)
      return
    }
    guard let share = Double(parts[1]), (0...1).contains(share) else { return nil }
    self.init(kind: kind, share: share)
  }

  /// Whether the `count`-th call fails; the same calls fail in every run.
  func strikes(call count: UInt64) -> Bool {
    share > 0 && Hash(count, 0xFA17).fraction < share
  }
}
