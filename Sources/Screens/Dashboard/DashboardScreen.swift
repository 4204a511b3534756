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
  /// - Parameter effect: does what is left for the owner of the terminal to do.
  public func handle(_ keys: [Key], effect: (Effect) -> Void) {
    var rest = keys[...]
    while !model.isFinished, let key = rest.popFirst() {
      let key = model.isTyping ? key.joined(with: &rest) : key
      if let wanted = handle(key) { effect(wanted) }
    }
  }

  /// Does what a key asks for.
  /// - Returns: what is left for the owner of the terminal to do.
  public func handle(_ key: Key) -> Effect? {
    model.messages.dismiss()
    if model.isTyping { return type(key) }
    if let command = keymap.command(for: key, in: model.navigator.top.kind) { return model.perform(command) }
    if case .paste = key { return nil }
    model.messages.post(.note, "\(key.name) does nothing here: \(.help) shows the keys")
    return nil
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
    let possible: [CommandID] = [.escape, .stop, .repaint, .suspend, .leave]
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

  func text(_ words: Wording) -> String { words.text(keymap) }
}
