import Elements
import SafeText
import Settings
import ViewModels

/// Why a command ends before its time.
public enum Ending: Error, Hashable {
  case complaint(Complaint)
  /// Nobody reads its output any more: no error.
  case outputClosed

  public init(_ failure: StandardOutput.Failure) {
    switch failure {
    case .closed: self = .outputClosed
    case .failed(let cause):
      self = .complaint(Complaint(status: .outputFailed, text: "standard output can't be written: \(cause)"))
    }
  }

  public init(_ error: ElementsError) {
    self = .complaint(Complaint(status: error.exitStatus, text: sanitized(error.sentence)))
  }
}

extension Ending {
  public init(_ error: SettingsError) {
    self = .complaint(Complaint(error))
  }
}

extension ElementsError {
  /// What was tried, what happened, and what to do, in one line. Contains foreign text.
  public var sentence: String {
    summary + (remedy.map { "; \($0)" } ?? "")
  }

  public var exitStatus: ExitStatus {
    switch reason {
    case .unreachable, .throttled, .cancelled: .unavailable
    case .identityRefused: .refused
    case .unexpectedAnswer: .notUnderstood
    case .refused(let refusal):
      switch refusal.status {
      case 401, 403: .refused
      case 404 where call.isAboutTenant: .notFound
      default: .unavailable
      }
    }
  }
}
