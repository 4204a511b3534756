import CommandLine
import CursesTerminal
import Elements
import ElementsHTTP
import Screens
import Settings
import TerminalUI
import ViewModels

/// The dashboard from the first frame to the last: the one loop that waits, lets the models change, and draws.
@MainActor
final class DashboardSession {
  /// Between two frames while data streams in; a key is answered at once.
  private static let frameTime: Duration = .milliseconds(33)

  private let terminal: CursesTerminal
  private let model: DashboardModel
  private let screen: DashboardScreen
  private let desk: HandOverDesk
  private let wakeups = Wakeups()
  /// When the last frame was drawn for new data alone.
  private var lastDataFrame = ContinuousClock.now - frameTime
  private var isFrameDue = false

  /// Takes the terminal over.
  /// - Parameters:
  ///   - source: where the data comes from, for the header.
  ///   - isLocalTime: whether times are shown in this machine's zone at first, and not in UTC.
  ///   - keymap: which key does what.
  ///   - mouse: whether clicks and the wheel are keys.
  ///   - signals: thresholds of the rules, and labelled networks.
  ///   - handOver: how findings leave it.
  ///   - now: the time; this machine's where nothing else is given.
  ///   - connect: makes the client; it is given whom to tell about the gate.
  init(
    source: String, preferences: TenantPreferences = .none, opening: TenantIdentity? = nil, isLocalTime: Bool = false,
    keymap: Keymap = .standard, mouse: Bool = false, signals: SignalPreferences = .none,
    handOver: HandOverOptions = HandOverOptions(.process),
    now: @escaping @MainActor () -> Timestamp = { .now ?? .earliest },
    connect: (@escaping @Sendable (GateStatus) -> Void) -> ElementsClient
  ) throws(Complaint) {
    do throws(TerminalUnavailable) {
      terminal = try CursesTerminal(colors: EnvironmentVariables.process["NO_COLOR"] == nil, mouse: mouse)
    } catch {
      throw error.complaint
    }
    let wakeups = wakeups
    let holdUps = HoldUps { wakeups.modelChanged() }
    model = DashboardModel(
      client: connect(holdUps.note), source: source,
      times: TimeDisplay(isLocal: isLocalTime, localRule: LocalTime.rule),
      preferences: preferences, opening: opening, signals: signals, handOver: handOver.preferences,
      exportTarget: .files(in: handOver.folder),
      heldBack: { holdUps.current }, now: now,
      pause: { try? await Task.sleep(for: $0) }, onChange: { wakeups.modelChanged() })
    desk = HandOverDesk(terminal: terminal, messages: model.messages, options: handOver)
    screen = DashboardScreen(model: model, glyphs: terminal.glyphs, keymap: keymap)
  }

  /// Runs until the user leaves, and gives the terminal back.
  func run() async {
    draw()
    terminal.events.start { [wakeups] event in wakeups.happened(event) }
    for await _ in wakeups.stream {
      let causes = wakeups.take()
      // What an export has written so far gets its name while there is a process to do so.
      if causes.isHungUp { await model.exports.end() }
      turn(causes)
      if model.isFinished { break }
    }
    model.close()
    terminal.stop()
    await model.exports.end()
  }

  private func turn(_ causes: Wakeups.Causes) {
    if causes.isHungUp { terminal.dieOfHangUp() }
    if causes.isContinued { terminal.resume() }
    if causes.isStopRequested { terminal.suspend() }
    // A window that grew back to its old size before anybody looked has lost what was drawn all the same.
    if causes.isResized { terminal.invalidate() }
    var isUrgent = causes.isResized || causes.isContinued || causes.isStopRequested
    if causes.hasInput {
      isUrgent = handleKeys() || isUrgent
      if terminal.hasUnreadKeys { wakeups.happened(.input) } else { terminal.events.continueInput() }
    }
    guard !model.isFinished else { return }
    for effect in model.takeEffects() { take(effect) }
    model.noteHoldUp()
    if isUrgent { draw() } else { drawData() }
  }

  /// Does what all keys pressed so far ask for. False if there were none.
  private func handleKeys() -> Bool {
    let keys = terminal.readKeys()
    screen.handle(keys, size: terminal.size) { take($0) }
    return !keys.isEmpty
  }

  private func take(_ effect: Effect) {
    switch effect {
    case .repaint: terminal.invalidate()
    case .suspend: terminal.suspend()
    case .copy(let signIns): desk.copy(signIns)
    case .copyRow(let row): desk.copy(row)
    case .ticket(let facts, let way): desk.handOver(facts, way)
    }
  }

  /// New data wait for the next frame if the last one that was drawn for data is too recent.
  private func drawData() {
    guard ContinuousClock.now - lastDataFrame >= DashboardSession.frameTime else { return drawLater() }
    lastDataFrame = .now
    draw()
  }

  private func draw() {
    let size = terminal.size
    screen.arrange(size: size)
    terminal.present(screen.draw(size: size))
  }

  private func drawLater() {
    guard !isFrameDue else { return }
    isFrameDue = true
    let due = lastDataFrame + DashboardSession.frameTime
    Task {
      try? await Task.sleep(until: due, clock: .continuous)
      isFrameDue = false
      wakeups.wake()
    }
  }
}

extension TerminalUnavailable {
  /// What is missing and what to do.
  var complaint: Complaint {
    switch self {
    case .notATerminal:
      Complaint(
        status: .usage,
        text:
          "the dashboard needs a terminal, but standard input or output is not one (with ssh, use: ssh -t HOST risktop)"
      )
    case .unknownType(let type):
      Complaint(
        status: .configuration,
        text: "the terminal type \"\(type)\" (TERM) is not known on this machine; try: TERM=xterm-256color risktop")
    case .cannotMoveCursor(let type):
      Complaint(
        status: .configuration,
        text: "a terminal of the type \"\(type)\" (TERM) can't show a full screen; try: TERM=xterm-256color risktop")
    }
  }
}
