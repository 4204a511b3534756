import TerminalUI
import ViewModels

/// The dashboard on a terminal: the model becomes a frame, keys become what the model can do.
@MainActor
public struct DashboardScreen {
  private let model: DashboardModel
  private let glyphs: Glyphs

  public init(model: DashboardModel, glyphs: Glyphs) {
    self.model = model
    self.glyphs = glyphs
  }

  /// Everything there is to see now. Tells the lists how many rows they have, which makes them load.
  public func render(size: Size) -> Frame {
    var frame = Frame(size: size, glyphs: glyphs)
    let layout = ScreenLayout(size: size)
    if let tenant = model.tenant {
      TenantScreen(dashboard: model, model: tenant, glyphs: glyphs).draw(into: &frame, layout)
    } else {
      PickerScreen(dashboard: model, model: model.picker, glyphs: glyphs).draw(into: &frame, layout)
    }
    drawOverlay(into: &frame, layout)
    return frame
  }

  /// Does what keys ask for that came at once, until the user leaves. What they type into a prompt is one edit, so that a
  /// long paste costs no filter for each of its characters.
  /// - Parameter request: does what is left for the owner of the terminal to do.
  public func handle(_ keys: [Key], request: (TerminalRequest) -> Void) {
    var rest = keys[...]
    while !model.isFinished, let key = rest.popFirst() {
      let key = model.prompt == nil ? key : key.joined(with: &rest)
      if let wanted = handle(key) { request(wanted) }
    }
  }

  /// Does what a key asks for.
  /// - Returns: what is left for the owner of the terminal to do.
  public func handle(_ key: Key) -> TerminalRequest? {
    model.messages.dismiss()
    if model.prompt != nil { return handleInPrompt(key) }
    guard let command = KeyBinding.command(for: key, in: model.tenant == nil ? .picker : .tenant) else { return nil }
    return perform(command)
  }

  private func drawOverlay(into frame: inout Frame, _ layout: ScreenLayout) {
    switch model.overlay {
    case .help: HelpScreen(isTenant: model.tenant != nil, glyphs: glyphs).draw(into: &frame, layout)
    case .messages: MessagesScreen(messages: model.messages, glyphs: glyphs).draw(into: &frame, layout)
    case .details:
      DetailsScreen(signIn: model.tenant?.signIns.selected, times: model.times, glyphs: glyphs)
        .draw(into: &frame, layout)
    case nil: break
    }
  }

  private func perform(_ command: Command) -> TerminalRequest? {
    switch command {
    case .enter: model.enter()
    case .back: model.back()
    case .escape: model.escape()
    case .interrupt: model.interrupt()
    case .help: model.toggle(.help)
    case .messages: model.toggle(.messages)
    case .timeZone: model.toggleTimeZone()
    case .repaint: return .repaint
    case .suspend: return .suspend
    default: performOnList(command)
    }
    return nil
  }

  /// Under an overlay the list stays as it is, but for the details, which follow the selection.
  private func performOnList(_ command: Command) {
    guard model.overlay == nil || model.overlay == .details else { return }
    let signIns = model.tenant?.signIns
    switch command {
    case .move(let movement): if let signIns { signIns.move(movement) } else { model.picker.move(movement) }
    case .columns(let count): signIns?.moveColumns(by: count, of: SignInColumns.all.count)
    case .filter: model.openFilter()
    case .riskyOnly: signIns?.toggleScope()
    case .sort: signIns?.sortByNextColumn()
    case .reverseSort: signIns?.reverseSort()
    case .mark: signIns?.toggleMark()
    case .markAll: signIns?.markAllMatches()
    case .only(let field): model.pivot(field, negated: false)
    case .without(let field): model.pivot(field, negated: true)
    case .nextRisk(let direction): signIns?.seekRisk(direction)
    case .neighbour(let direction): model.openNeighbour(direction)
    case .refresh: model.refresh()
    default: break
    }
  }

  private func handleInPrompt(_ key: Key) -> TerminalRequest? {
    switch key {
    case .control("l"): return .repaint
    case .control("z"): return .suspend
    case .enter: model.acceptPrompt()
    case .escape: model.escape()
    case .control("c"): model.interrupt()
    case .tab: model.complete()
    default:
      if let edit = PromptModel.Edit(key) { model.edit(edit) }
    }
    return nil
  }
}
