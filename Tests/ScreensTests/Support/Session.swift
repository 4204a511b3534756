import Elements
import Screens
import TerminalUI
import Testing
import ViewModels

/// Somebody at the dashboard: presses keys, looks at the screen, waits for what has to appear.
@MainActor
final class Session {
  let server: ScriptedElements
  let model: DashboardModel
  let glyphs: Glyphs
  /// The window; another size is a resize.
  var size: Size
  private let screen: DashboardScreen
  private let changes: AsyncStream<Void>
  private let clock = CountingClock()

  /// How often a filter of sign-ins was made of a text, for which the time is asked.
  var filtersMade: Int { clock.readings }

  /// - Parameter setting: what the server is to do, before it is asked anything.
  init(
    _ columns: Int = 80, _ rows: Int = 24, glyphs: Glyphs = .unicode, opening: TenantIdentity? = nil,
    preferences: TenantPreferences = .none, heldBackUntil: Timestamp? = nil, keymap: Keymap = .standard,
    exportTarget: ExportTarget = .none, setting: (ScriptedElements) -> Void = { _ in }
  ) {
    size = Size(columns: columns, rows: rows)
    server = ScriptedElements()
    setting(server)
    let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.changes = changes
    self.glyphs = glyphs
    model = DashboardModel(
      client: server.client, source: "demo", times: TimeDisplay { _ in (19_800, "IST") },
      preferences: preferences, opening: opening, exportTarget: exportTarget,
      heldBack: { heldBackUntil.map { HoldUp(end: $0, waiting: 0) } },
      now: { [clock] in clock.read() },
      pause: { _ in await Task.yield() }, onChange: { continuation.yield() })
    screen = DashboardScreen(model: model, glyphs: glyphs, keymap: keymap)
    look()
  }

  /// What is on the screen now, of whatever size it has.
  @discardableResult
  func look() -> Frame {
    screen.arrange(size: size)
    return draw()
  }

  /// The same frame again, without a word to the model.
  func draw() -> Frame { screen.draw(size: size) }

  var text: String { look().text }

  /// The line of messages and prompts.
  var status: String { look().text(row: size.rows - 1) }

  /// Presses keys one after the other; the screen is drawn after each.
  @discardableResult
  func press(_ keys: Key...) -> Effect? {
    press(keys)
  }

  @discardableResult
  func press(_ keys: [Key]) -> Effect? {
    var effect: Effect?
    for key in keys {
      effect = screen.handle(key, size: size)
      look()
    }
    return effect
  }

  /// Presses keys faster than the screen is drawn.
  func pressAtOnce(_ keys: [Key]) {
    screen.handle(keys, size: size) { _ in }
    look()
  }

  /// Presses the keys of a text's characters.
  func type(_ text: String) {
    press(text.map(Key.character))
  }

  func resize(_ columns: Int, _ rows: Int) {
    size = Size(columns: columns, rows: rows)
    look()
  }

  /// Waits until something holds, which is looked at after each change of the model.
  func until(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, _ condition: () -> Bool
  ) async {
    look()
    if condition() { return }
    for await _ in changes {
      look()
      if condition() { return }
    }
    Issue.record("never came: \(what)\n\(text)", sourceLocation: sourceLocation)
  }

  /// Waits until the screen shows a text, and what was read is judged.
  func shows(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async {
    await until(text, sourceLocation: sourceLocation) { self.text.contains(text) }
    await judges(sourceLocation: sourceLocation)
  }
}

/// A clock that stands still.
@MainActor
private final class CountingClock {
  private(set) var readings = 0

  func read() -> Timestamp {
    readings += 1
    return Timestamp(unixSeconds: 1_795_000_000) ?? .earliest
  }
}

extension Session {
  /// In the list of tenants, with the figures of all tenants in view.
  static func onTenants(
    _ columns: Int = 80, _ rows: Int = 24, glyphs: Glyphs = .unicode, preferences: TenantPreferences = .none,
    keymap: Keymap = .standard, setting: (ScriptedElements) -> Void = { _ in }
  ) async -> Session {
    let session = Session(
      columns, rows, glyphs: glyphs, preferences: preferences, keymap: keymap, setting: setting)
    await session.until("all counts") {
      let picker = session.model.picker
      return !picker.coverage.isLoading && picker.totals.answered == picker.totals.tenants
        && picker.rows[picker.viewport.visible].allSatisfy { row in
          row.reference.map { picker.counts(of: $0).map { $0 != .loading } ?? false } ?? true
        }
    }
    await session.judges()
    return session
  }

  /// In Contoso's tenant, with its counts and its first page of sign-ins.
  static func inTenant(
    _ columns: Int = 80, _ rows: Int = 24, glyphs: Glyphs = .unicode, keymap: Keymap = .standard,
    setting: (ScriptedElements) -> Void = { _ in }
  ) async -> Session {
    let session = await onTenants(columns, rows, glyphs: glyphs, keymap: keymap, setting: setting)
    session.model.select(session.model.picker.rows.firstIndex { $0.customer.id == "c-contoso" } ?? 0)
    session.press(.enter)
    await session.until("the first page") {
      session.signIns?.coverage.isBegun == true || session.signIns?.coverage.error != nil
    }
    await session.judges()
    return session
  }

  var signIns: SignInListModel? {
    switch model.navigator.ground {
    case .signIns(let all): all.signInList
    case .whereElse(let found): found.signInList
    case .tenant(let tenant): tenant.signInList
    case .tenants, .addresses, .tally, .hours, .map, .signIn, .choice, .help, .messages, .palette: nil
    }
  }

  /// The selected place, counted from 0, of whatever list is on the screen.
  var selected: Int { (signIns?.viewport ?? model.picker.viewport).selected }

  /// Waits until the signals are those of all that was read.
  func judges(sourceLocation: SourceLocation = #_sourceLocation) async {
    await until("signals", sourceLocation: sourceLocation) { model.areSignalsCurrent }
  }

  /// Waits until the sign-in at a place is loaded.
  func reads(_ place: Int, sourceLocation: SourceLocation = #_sourceLocation) async {
    await until("row \(place)", sourceLocation: sourceLocation) {
      if case .signIn = self.signIns?.row(at: place) { true } else { false }
    }
    await judges()
  }
}

extension DashboardModel {
  /// The tenant that fills the screen.
  var tenant: TenantModel? { if case .tenant(let tenant) = navigator.ground { tenant } else { nil } }

  /// What lies over it.
  var overlay: Place.Kind? { navigator.top.kind.isOverlay ? navigator.top.kind : nil }

  /// The filter being typed.
  var prompt: FilterPrompt? { tenant?.signInList.filterEditor.prompt ?? picker.editor.prompt }
}
