import SafeText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All findings as one JSON object: `{"ok":false,"checks":[{"check","verdict","finding","remedy"},…]}`.
public struct FindingsReport: Encodable {
  private struct Check: Encodable {
    let check: String
    let verdict: String
    let finding: String
    /// Null where there is nothing to do.
    let remedy: String?

    private enum CodingKeys: CodingKey { case check, verdict, finding, remedy }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(check, forKey: .check)
      try container.encode(verdict, forKey: .verdict)
      try container.encode(finding, forKey: .finding)
      try container.encode(remedy, forKey: .remedy)
    }
  }

  public let ok: Bool
  private let checks: [Check]

  public init(_ findings: [Finding]) {
    ok = !findings.contains { $0.verdict == .failed }
    checks = findings.map {
      Check(
        check: $0.check, verdict: $0.verdict.rawValue, finding: sanitized($0.text),
        remedy: $0.remedy.map { sanitized($0.replacing("\n", with: " ")) })
    }
  }

  /// One line.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
