import TerminalUI
import ViewModels

/// The dashboard on a terminal: places become a frame, keys become commands.
///
/// Drawing changes nothing and asks for nothing. What a place has to know of the window, `arrange` tells it.
@MainActor
public struct DashboardScreen {
  private let model: DashboardModel
  private let glyphs: Glyphs
  private let keymap: Keymap

  public init(model: DashboardModel, glyphs: Glyphs, keymap: Keymap = .standard) {
    self.model = model
    self.glyphs = glyphs
    self.keymap = keymap
  }

  private var surface: Surface {
    Surface(dashboard: model, glyphs: glyphs, keymap: keymap)
  }

  /// Tells the places in sight how many rows they have, where that has changed.
  public func arrange(size: Size) {
    let layout = layout(size: size)
    for place in model.navigator.visible {
      switch place {
      case .tenants(let tenants): TenantsScreen(model: tenants, surface: surface).arrange(layout)
      case .tenant(let tenant): TenantScreen(model: tenant, surface: surface).arrange(layout)
      case .signIns(let all): AllSignInsScreen(model: all, surface: surface).arrange(layout)
      case .whereElse(let found): WhereElseScreen(model: found, surface: surface).arrange(layout)
      case .addresses(let addresses): AddressesScreen(model: addresses, surface: surface).arrange(layout)
      case .tally(let tally): TallyScreen(model: tally, surface: surface).arrange(layout)
      case .hours(let hours): HoursScreen(model: hours, surface: surface).arrange(layout)
      case .map(let map): MapScreen(model: map, surface: surface).arrange(layout)
      case .signIn(let signIn): SignInScreen(model: signIn, surface: surface).arrange(layout)
      case .choice(let choice): ChoiceScreen(model: choice, surface: surface).arrange(layout)
      case .help(let help): HelpScreen(model: help, surface: surface).arrange(layout)
      case .messages(let messages): MessagesScreen(model: messages, surface: surface).arrange(layout)
      case .palette(let palette): PaletteScreen(model: palette, surface: surface).arrange(layout)
      }
    }
  }

  /// Everything there is to see now.
  public func draw(size: Size) -> Frame {
    var frame = Frame(size: size, glyphs: glyphs)
    let layout = layout(size: size)
    for place in model.navigator.visible {
      switch place {
      case .tenants(let tenants): TenantsScreen(model: tenants, surface: surface).draw(into: &frame, layout)
      case .tenant(let tenant): TenantScreen(model: tenant, surface: surface).draw(into: &frame, layout)
      case .signIns(let all): AllSignInsScreen(model: all, surface: surface).draw(into: &frame, layout)
      case .whereElse(let found): WhereElseScreen(model: found, surface: surface).draw(into: &frame, layout)
      case .addresses(let addresses): AddressesScreen(model: addresses, surface: surface).draw(into: &frame, layout)
      case .tally(let tally): TallyScreen(model: tally, surface: surface).draw(into: &frame, layout)
      case .hours(let hours): HoursScreen(model: hours, surface: surface).draw(into: &frame, layout)
      case .map(let map): MapScreen(model: map, surface: surface).draw(into: &frame, layout)
      case .signIn(let signIn): SignInScreen(model: signIn, surface: surface).draw(into: &frame, layout)
      case .choice(let choice): ChoiceScreen(model: choice, surface: surface).draw(into: &frame, layout)
      case .help(let help): HelpScreen(model: help, surface: surface).draw(into: &frame, layout)
      case .messages(let messages): MessagesScreen(model: messages, surface: surface).draw(into: &frame, layout)
      case .palette(let palette): PaletteScreen(model: palette, surface: surface).draw(into: &frame, layout)
      }
    }
    return frame
  }

  private func layout(size: Size) -> ScreenLayout {
    ScreenLayout(size: size, hasPanel: model.navigator.visible.contains { $0.kind == .signIn })
  }

  // MARK: Keys

  /// Does what keys ask for that came at once, until the user leaves. What they type into a prompt is one edit, so that
  /// a long paste costs no filter for each of its characters.
  /// - Parameters:
  ///   - size: of the window that a click is in.
  ///   - effect: does what is left for the owner of the terminal to do.
  public func handle(_ keys: [Key], size: Size, effect: (Effect) -> Void) {
    var rest = keys[...]
    while !model.isFinished, let key = rest.popFirst() {
      let key = model.isTyping ? key.joined(with: &rest) : key
      if let wanted = handle(key, size: size) { effect(wanted) }
    }
  }

  /// Does what a key asks for.
  /// - Returns: what is left for the owner of the terminal to do.
  public func handle(_ key: Key, size: Size) -> Effect? {
    model.messages.dismiss()
    if model.isTyping { return type(key) }
    if handleMouse(key, size: size) { return nil }
    if let command = keymap.command(for: key, in: model.navigator.top.kind) { return model.perform(command) }
    if case .paste = key { return nil }
    model.messages.post(.note, "\(key.name) does nothing here: \(.help) shows the keys")
    return nil
  }

  /// The wheel moves by three rows; a click selects a row, and a click on the selected one opens it.
  /// - Returns: whether it was the mouse.
  private func handleMouse(_ key: Key, size: Size) -> Bool {
    switch key {
    case .wheelUp: for _ in 0..<3 { model.perform(.up) }
    case .wheelDown: for _ in 0..<3 { model.perform(.down) }
    case .click(let position): click(at: position, layout(size: size))
    case .character, .control, .alt, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab,
      .backTab, .backspace, .delete, .function, .wordLeft, .wordRight, .paste:
      return false
    }
    return true
  }

  private func click(at position: Position, _ layout: ScreenLayout) {
    guard let area = listArea(layout), let viewport = model.navigator.top.viewport else { return }
    let place = viewport.top + position.row - area.row
    guard (0..<area.rows).contains(position.row - area.row), viewport.visible.contains(place) else { return }
    if place == viewport.selected { model.open() } else { model.select(place) }
  }

  /// Where the rows are that can be selected in the place on top.
  private func listArea(_ layout: ScreenLayout) -> Rect? {
    switch model.navigator.top {
    case .tenants(let tenants): TenantsScreen(model: tenants, surface: surface).area(layout)
    case .tenant(let tenant): TenantScreen(model: tenant, surface: surface).area(layout)
    case .signIns(let all): AllSignInsScreen(model: all, surface: surface).area(layout)
    case .whereElse(let found): WhereElseScreen(model: found, surface: surface).area(layout)
    case .addresses(let addresses): AddressesScreen(model: addresses, surface: surface).area(layout)
    case .tally(let tally): TallyScreen(model: tally, surface: surface).area(layout)
    case .choice(let choice): ChoiceScreen(model: choice, surface: surface).area(layout)
    case .hours, .map, .signIn, .help, .messages, .palette: nil
    }
  }

  private func type(_ key: Key) -> Effect? {
    if let edit = PromptModel.Edit(key) {
      model.edit(edit)
      return nil
    }
    switch key {
    case .enter: return model.accept()
    case .tab:
      model.complete()
      return nil
    default: return performWhileTyping(key)
    }
  }

  /// Of the commands those that are no letters and change nothing below the prompt.
  private func performWhileTyping(_ key: Key) -> Effect? {
    let possible: [CommandID] = [.escape, .stop, .repaint, .suspend, .quit]
    return possible.first { keymap.keys(of: $0).contains(key) }.flatMap { model.perform($0) }
  }
}

/// What every screen draws with.
@MainActor
struct Surface {
  let dashboard: DashboardModel
  let glyphs: Glyphs
  let keymap: Keymap

  var times: TimeDisplay { dashboard.times }

  /// Words with the keys of the commands that they name.
  func text(_ words: Wording) -> String { words.text(naming: keymap.name, clock: clock) }

  /// The time of day, in the zone shown.
  func clock(_ time: Timestamp) -> String { String(times.text(of: time, withYear: false).suffix(8)) }
}
