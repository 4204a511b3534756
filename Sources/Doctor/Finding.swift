import CommandLine
import SafeText

/// What one check found.
public struct Finding: Hashable, Sendable {
  public enum Verdict: String, Hashable, Sendable {
    case ok
    /// It works, and could be better.
    case advice
    case failed
    /// What it needs has failed.
    case skipped
  }

  /// In one or two words.
  let check: String
  public let verdict: Verdict
  /// What was found. May contain foreign text.
  let text: String
  /// What to do about it.
  var remedy: String?
  /// With which the program ends if this is the first that failed.
  var status = ExitStatus.done

  public static func ok(_ check: String, _ text: String) -> Finding {
    Finding(check: check, verdict: .ok, text: text)
  }

  public static func advice(_ check: String, _ text: String, _ remedy: String) -> Finding {
    Finding(check: check, verdict: .advice, text: text, remedy: remedy)
  }

  public static func failed(_ check: String, _ text: String, _ remedy: String?, _ status: ExitStatus) -> Finding {
    Finding(check: check, verdict: .failed, text: text, remedy: remedy, status: status)
  }

  public static func skipped(_ check: String, _ text: String) -> Finding {
    Finding(check: check, verdict: .skipped, text: text)
  }

  /// `ok       token          by certificate, for an hour`, and what to do in a line below. Inert in a terminal.
  public var lines: [String] {
    let lead = verdict.rawValue.padded(to: 9) + check.padded(to: 15)
    let indent = String(repeating: " ", count: lead.count)
    let advice = (remedy ?? "").split(separator: "\n").enumerated().map { place, line in
      indent + (place == 0 ? "→ " : "  ") + line
    }
    return ([lead + text] + advice).map { sanitized($0) }
  }
}
