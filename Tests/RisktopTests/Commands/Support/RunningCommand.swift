import Dispatch
import Foundation

/// A command under way, whose output a test reads as it comes.
final class RunningCommand: @unchecked Sendable {
  // Unchecked: each of these is used by one call at a time, which the tests await.
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()

  init(_ api: ScriptedAPI, _ arguments: [String]) throws {
    process.executableURL = try Program.executable
    process.arguments = arguments
    process.environment = Program.plainEnvironment.merging(api.environment) { _, own in own }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Only the command's own end may keep the pipe open.
    try output.fileHandleForWriting.close()
    try errors.fileHandleForWriting.close()
  }

  /// Waits for this many lines.
  func lines(_ count: Int) async -> [String] {
    await onThread { [self] in
      var text = Data()
      while text.count(where: { $0 == 0x0A }) < count {
        let more = output.fileHandleForReading.availableData
        if more.isEmpty { break }
        text += more
      }
      return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
  }

  /// Stops to read, as `head` does when it has enough.
  func closeOutput() throws {
    try output.fileHandleForReading.close()
  }

  /// Waits until it has ended, and gives what it has said on standard error.
  func end() async -> (reason: Process.TerminationReason, status: Int32, errors: String) {
    await onThread { [self] in
      let errors = (try? errors.fileHandleForReading.readToEnd()) ?? Data()
      process.waitUntilExit()
      return (process.terminationReason, process.terminationStatus, String(decoding: errors, as: UTF8.self))
    }
  }

  /// Waiting blocks, which the threads of tests must not.
  private func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: work()) }
    }
  }
}
