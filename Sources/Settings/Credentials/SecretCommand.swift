import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Takes a secret from what a command writes, such as that of a password store.
///
/// The command has the terminal, so that it may ask for something itself.
struct SecretCommand {
  /// For `/bin/sh -c`.
  let command: String
  /// Which setting holds it, for errors.
  let place: String

  /// No secret is longer, in bytes.
  private static let longest = 65_536

  /// The first line of what the command writes: password stores keep other things in those below.
  func secret() async throws(SettingsError) -> String {
    let output: String
    do {
      let result = try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", command], input: .currentStandardInput,
        output: .bytes(limit: Self.longest), error: .currentStandardError)
      guard result.terminationStatus.isSuccess else { throw failed("it ended with \(result.terminationStatus.words)") }
      guard let text = String(validating: result.standardOutput, as: UTF8.self) else {
        throw failed("its output is not UTF-8")
      }
      output = text
    } catch let error as SettingsError {
      throw error
    } catch {
      throw failed("it could not be run, or wrote more than \(Self.longest) bytes")
    }
    let secret = output.prefix { !$0.isNewline }
    guard !secret.isEmpty else { throw failed("the first line of its standard output is empty") }
    return String(secret)
  }

  private func failed(_ reason: String) -> SettingsError {
    SettingsError("the command of \(place) gave no secret: \(reason)")
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
