import ArgumentParser
import CommandLine

extension Complaint {
  /// Says it on standard error and gives what ends the program with its status.
  func report() -> ExitCode {
    Console.standardError().say(self)
    return status.exitCode
  }
}

extension ExitStatus {
  var exitCode: ExitCode { ExitCode(rawValue) }
}
