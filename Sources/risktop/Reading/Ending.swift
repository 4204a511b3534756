import Elements
import SafeText
import ViewModels

/// Why a command ends before its time.
enum Ending: Error, Hashable {
  case complaint(Complaint)
  /// Nobody reads its output any more, which is not its fault.
  case outputClosed

  init(_ failure: StandardOutput.Failure) {
    switch failure {
    case .closed: self = .outputClosed
    case .failed(let cause):
      self = .complaint(Complaint(status: .outputFailed, text: "standard output can't be written: \(cause)"))
    }
  }

  init(_ error: ElementsError) {
    self = .complaint(Complaint(status: error.exitStatus, text: sanitized(error.sentence)))
  }
}

extension ElementsError {
  /// What was tried, what happened, and what to do, in one line. Contains foreign text.
  var sentence: String {
    summary + (remedy.map { "; \($0)" } ?? "")
  }

  var exitStatus: ExitStatus {
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
