import Foundation
import Testing

/// A terminal of a test's own: a tmux server with one window, and in it a shell or a script that starts the program.
struct Terminal: Sendable {
  /// Where the program is started from; holds `launch`, which starts it, and `pid`.
  let folder: URL
  private let tmux: URL

  /// What runs in the window.
  enum Surroundings: Sendable {
    /// A script that starts the program and afterwards says `left with STATUS`.
    case script
    /// An interactive shell with job control, and the prompt `ready>`.
    case shell
  }

  init(folder: URL) throws {
    self.folder = folder
    tmux = try Subprocess.find("tmux")
  }

  func open(_ surroundings: Surroundings, columns: Int, rows: Int) async throws {
    let settings = "set -g status off\nset -g default-terminal screen-256color\nset -g history-limit 0\n"
    try write(settings, to: "tmux.conf")
    try write(Terminal.script, to: "script")
    // Whether pastes are bracketed shall tell about the program alone.
    try write("set enable-bracketed-paste off\n", to: "inputrc")
    let command =
      surroundings == .script
      ? "exec sh script"
      : "exec env HISTFILE= INPUTRC=inputrc PS1='ready> ' \(try Subprocess.find("bash").path) --norc --noprofile -i"
    try await ask(
      "-f", folder.appendingPathComponent("tmux.conf").path, "new-session", "-d", "-s", "window", "-c", folder.path,
      "-x", "\(columns)", "-y", "\(rows)", command)
    let recording = folder.appendingPathComponent("written").path
    try await ask("pipe-pane", "-t", "window", "exec cat >'\(recording)'")
    try write("", to: "go")
  }

  private static let script = """
    trap : INT
    ulimit -S -c 0
    until test -e go; do sleep 0.01; done
    echo before the program
    stty -g >modes.before
    sh launch
    status=$?
    stty -g >modes.after
    echo "left with $status"
    exec cat
    """

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  func contents(of name: String) -> String? {
    (try? Data(contentsOf: folder.appendingPathComponent(name))).map { String(decoding: $0, as: UTF8.self) }
  }

  @discardableResult
  private func ask(_ words: String...) async throws -> String {
    let socket = folder.appendingPathComponent("tmux").path
    let finished = try await Subprocess.run(
      tmux, ["-u", "-S", socket] + words, environment: Program.plainEnvironment.merging(["LC_ALL": "C.UTF-8"]) { $1 },
      seats: nil)
    guard finished.status == 0 else {
      throw Missing(what: "an answer to `tmux \(words.joined(separator: " "))`", remedy: finished.errors)
    }
    return finished.output
  }

  /// The process that runs in the window.
  func shellID() async throws -> pid_t? {
    pid_t(try await ask("display-message", "-p", "-t", "window", "#{pane_pid}").filter(\.isNumber))
  }

  // MARK: What a user does

  /// Presses a key that tmux knows by this name: `j`, `Enter`, `C-z`.
  func press(_ key: String, times: Int = 1) async throws {
    try await ask("send-keys", "-t", "window", "-N", "\(times)", key)
  }

  func type(_ text: String) async throws {
    try await ask("send-keys", "-t", "window", "-l", text)
  }

  /// Pastes as a terminal does, bracketed where the program asked for that.
  func paste(_ text: String) async throws {
    try await ask("set-buffer", text, ";", "paste-buffer", "-p", "-r", "-t", "window")
  }

  func resize(columns: Int, rows: Int) async throws {
    try await ask("resize-window", "-t", "window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Closes the terminal under whatever runs in it.
  func close() async throws {
    try await ask("kill-server")
  }

  // MARK: What a user sees

  func screen() async throws -> Screen {
    let text = try await ask(
      "display-message", "-p", "-t", "window", Screen.facts, ";", "capture-pane", "-p", "-t", "window")
    guard let screen = Screen(text) else { throw Missing(what: "a screen", remedy: "tmux says: \(text)") }
    return screen
  }

  /// The rows with the escape sequences that colour them.
  func coloredScreen() async throws -> String {
    try await ask("capture-pane", "-p", "-e", "-t", "window")
  }

  /// What tmux has in its newest buffer; empty where it has none.
  func buffer() async throws -> String {
    // Without a buffer it answers with an error.
    (try? await ask("show-buffer")) ?? ""
  }

  /// Waits until everything that was written to the terminal so far is as wanted. What the screen shows may be written
  /// down a little later.
  @discardableResult
  func waitForWritten(
    _ what: String, _ place: SourceLocation = #_sourceLocation, until holds: (String) -> Bool
  ) async throws -> String {
    try await eventually(what, place) {
      contents(of: "written") ?? ""
    } until: {
      holds($0)
    }
  }

  @discardableResult
  func waitFor(
    _ what: String, _ place: SourceLocation = #_sourceLocation, until holds: (Screen) -> Bool
  ) async throws -> Screen {
    try await eventually(what, place, look: screen, until: holds)
  }

  /// Waits until a text stands anywhere on the screen.
  @discardableResult
  func waitFor(_ text: String, _ place: SourceLocation = #_sourceLocation) async throws -> Screen {
    try await waitFor("\u{201C}\(text)\u{201D} on the screen", place) { $0.contains(text) }
  }
}
