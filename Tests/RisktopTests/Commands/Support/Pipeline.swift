import Foundation

/// A command whose output a shell reads, and an event between them: the shell has read some lines.
///
/// The shell makes the pipe, so that no process that another test starts meanwhile holds an end of it.
struct Pipeline {
  /// There as soon as the lines were read.
  private let marker = FileManager.default.temporaryDirectory.appendingPathComponent(
    "rt-\(UUID().uuidString.prefix(8))")

  /// Waits until the lines were read. False when that takes longer than the slowest machine needs.
  func waitForReader() -> Bool {
    let limit = ContinuousClock.now + .seconds(30)
    while !FileManager.default.fileExists(atPath: marker.path) {
      guard ContinuousClock.now < limit else { return false }
      usleep(5_000)
    }
    return true
  }

  /// Runs the command; its status is the last line of what is said on standard error.
  /// - Parameters:
  ///   - count: lines to read before the event.
  ///   - isClosed: reads no more then, instead of the rest.
  func run(_ api: ScriptedAPI, _ arguments: [String], reading count: Int, thenClosing isClosed: Bool) async throws
    -> Finished
  {
    defer { try? FileManager.default.removeItem(at: marker) }
    let script = """
      { "$@"; echo "left with $?" >&2; } | {
        read=0
        while [ $read -lt \(count) ]; do IFS= read -r line || exit; printf '%s\\n' "$line"; read=$((read + 1)); done
        \(isClosed ? "exec 0<&-" : "")
        : >"$0"
        \(isClosed ? "" : "cat")
      }
      """
    return try await Subprocess.run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script, marker.path, Program.executable.path] + arguments,
      environment: Program.plainEnvironment.merging(api.environment) { _, own in own })
  }
}
