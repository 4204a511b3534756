import Foundation

/// How the program is called.
struct Program: Sendable {
  var arguments: [String]
  /// Beside what `Program.plainEnvironment` says; wins over it.
  var environment: [String: String] = [:]
  /// Whether it is told of the tmux that it runs in.
  var seesTmux = false

  /// The dashboard on made-up data of its own.
  static func demo(_ arguments: [String] = [], environment: [String: String] = [:]) -> Program {
    Program(arguments: ["demo", "--customers", "12"] + arguments, environment: environment)
  }

  /// The executable, which is built beside the tests.
  static var executable: URL {
    get throws {
      let bundles = [Bundle.main] + Bundle.allBundles
      let tests = bundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
      let folders = [tests, Bundle.main.executableURL].compactMap { $0?.deletingLastPathComponent() }
      let candidates = folders.map { $0.appendingPathComponent("risktop") }
      guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
        throw Missing(what: "risktop", remedy: "run `swift build` first; looked for \(candidates.map(\.path))")
      }
      return found
    }
  }

  /// What every run sees, so that nothing of the developer's own account or locale matters.
  static var plainEnvironment: [String: String] {
    ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8"]
  }

  /// Runs it without a terminal until it ends.
  static func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Finished {
    try await run(arguments, environment: environment)
  }

  static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Finished {
    try await Subprocess.run(
      executable, arguments, environment: plainEnvironment.merging(environment) { _, own in own })
  }

  /// A shell script that becomes the program, after it has noted its process id in the file `pid`.
  func launcher(folder: URL) throws -> String {
    let settings = Program.plainEnvironment.merging(environment) { _, own in own }
      .merging(["HOME": folder.path]) { own, _ in own }
    let words = settings.map { Program.quoted("\($0)=\($1)") } + [Program.quoted(try Program.executable.path)]
    return """
      #!/bin/sh
      echo $$ >\(Program.quoted(folder.appendingPathComponent("pid").path))
      exec env -i TERM="$TERM"\(seesTmux ? " TMUX=\"$TMUX\"" : "") \((words + arguments.map(Program.quoted)).joined(separator: " "))

      """
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
