import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Gives a test a terminal in which the program starts, or can be started by `sh launch`, and clears up whatever
/// happens.
func withTerminal(
  _ program: Program = .demo(), in surroundings: Terminal.Surroundings = .script, columns: Int = 120, rows: Int = 40,
  _ use: (Terminal) async throws -> Void
) async throws {
  await Seats.terminals.take()
  defer { Seats.terminals.giveBack() }
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rt-\(UUID().uuidString.prefix(8))")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let terminal = try Terminal(folder: folder)
  do {
    try terminal.write(program.launcher(folder: folder), to: "launch")
    try await terminal.open(surroundings, columns: columns, rows: rows)
    try await use(terminal)
  } catch {
    await terminal.clearUp()
    throw error
  }
  await terminal.clearUp()
}

/// The program's process, and what it left behind.
extension Terminal {
  var processID: pid_t? {
    contents(of: "pid").flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  func signal(_ number: Int32) throws {
    let process = try #require(processID)
    #expect(kill(process, number) == 0)
  }

  /// Waits until no process with the program's id runs any more. One that only waits to be collected counts as gone.
  func waitUntilGone(_ place: SourceLocation = #_sourceLocation) async throws {
    let process = try #require(processID)
    _ = try await eventually("process \(process) is gone", place) {
      try await Subprocess.run(Subprocess.find("ps"), ["-o", "stat=", "-p", "\(process)"])
        .output.trimmingCharacters(in: .whitespacesAndNewlines)
    } until: {
      $0.isEmpty || $0.hasPrefix("Z")
    }
  }

  /// Waits until the program has left with this status, and expects the terminal as it was before.
  func expectLeft(with status: Int32, _ place: SourceLocation = #_sourceLocation) async throws {
    let screen = try await waitFor("the program leaves with \(status)", place) {
      $0.lastLine.hasPrefix("left with")
    }
    #expect(screen.lastLine == "left with \(status)", sourceLocation: place)
    try await expectShell(screen, place)
    #expect(screen.contains("before the program"), "what stood there before is back", sourceLocation: place)
    let modes = contents(of: "modes.before")
    #expect(modes?.isEmpty == false && contents(of: "modes.after") == modes, sourceLocation: place)
  }

  /// Expects nothing of a full-screen program's modes.
  func expectShell(_ screen: Screen, _ place: SourceLocation = #_sourceLocation) async throws {
    #expect(!screen.isAlternate && screen.isCursorVisible && !screen.isKeypad, "\(screen)", sourceLocation: place)
    let bracket = /\u{1B}\[\?2004([hl])/
    try await waitForWritten("pastes come as they are again", place) { written in
      written.matches(of: bracket).last?.output.1 == "l"
    }
  }

  /// The shell goes first, so that nobody writes into the folder while it is removed.
  fileprivate func clearUp() async {
    if let shell = try? await shellID() { kill(shell, SIGKILL) }
    if let processID { kill(processID, SIGKILL) }
    try? await close()
  }
}
