import Dispatch
import Foundation

/// How a command without a terminal ended.
struct Finished: Sendable {
  let status: Int32
  let output: String
  let errors: String
}

/// Commands that are started and waited for, with nothing to read from.
enum Subprocess {
  /// - Parameter environment: all of it; nil hands on the tests' own.
  static func run(
    _ executable: URL, _ arguments: [String], environment: [String: String]? = nil
  ) async throws -> Finished {
    try await withCheckedThrowingContinuation { continuation in
      // Waiting blocks, which the threads of tests must not.
      DispatchQueue.global().async {
        continuation.resume(with: Result { try finish(executable, arguments, environment) })
      }
    }
  }

  private static func finish(
    _ executable: URL, _ arguments: [String], _ environment: [String: String]?
  ) throws -> Finished {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let environment { process.environment = environment }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Finished(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  /// Where a command of the system is.
  static func find(_ name: String) throws -> URL {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    let places = (folders.map(String.init) + ["/usr/bin", "/opt/homebrew/bin"]).map { "\($0)/\(name)" }
    guard let place = places.first(where: FileManager.default.isExecutableFile) else {
      throw Missing(what: name, remedy: "these tests drive a real terminal: install \(name)")
    }
    return URL(fileURLWithPath: place)
  }
}

/// Something that the tests need is not on this machine.
struct Missing: Error, CustomStringConvertible {
  let what: String
  let remedy: String

  var description: String { "\(what) was not found: \(remedy)" }
}
