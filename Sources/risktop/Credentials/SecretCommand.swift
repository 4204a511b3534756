import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Takes a secret from what a command writes: of a password store, as a rule.
///
/// The command has the terminal, so that it may ask for something itself.
struct SecretCommand {
  /// For `/bin/sh -c`.
  let command: String
  /// Which setting holds it, for errors.
  let place: String

  /// No secret is longer, in bytes.
  private static let longest = 65_536

  /// What the command writes, without the line break at its end.
  func secret() async throws(Complaint) -> String {
    let output: String
    do {
      let result = try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", command], input: .currentStandardInput,
        output: .string(limit: Self.longest), error: .currentStandardError)
      guard result.terminationStatus.isSuccess else { throw failed("it ended with \(result.terminationStatus.words)") }
      output = result.standardOutput
    } catch let complaint as Complaint {
      throw complaint
    } catch {
      throw failed("it could not be run, or wrote more than \(Self.longest) bytes or no UTF-8")
    }
    let secret = output.withoutLineBreaksAtEnd
    guard !secret.isEmpty else { throw failed("it wrote nothing to its standard output") }
    return secret
  }

  private func failed(_ reason: String) -> Complaint {
    Complaint(status: .configuration, text: "the command of \(place) gave no secret: \(reason)")
  }
}

extension TerminationStatus {
  fileprivate var words: String {
    switch self {
    case .exited(let code): "status \(code)"
    case .signaled(let signal): "signal \(signal)"
    }
  }
}

extension String {
  var withoutLineBreaksAtEnd: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
