import TerminalUI
import ViewModels

/// The keys of the place beneath, over it.
@MainActor
struct HelpScreen {
  let model: HelpModel
  let surface: Surface

  private static let label = 11
  private static let entry = 54

  func arrange(_ layout: ScreenLayout) {
    let box = textBox(layout)
    box.arrange(model.text, in: box.box(in: layout.overlay))
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let box = textBox(layout)
    box.draw(model.text, in: box.box(in: layout.overlay), into: &frame, glyphs: surface.glyphs)
  }

  private func textBox(_ layout: ScreenLayout) -> TextBox {
    let isWide = layout.size.columns >= 2 * HelpScreen.entry + 4
    let entries = Command.all.filter { model.subject.offers($0) && !surface.keymap.keys(of: $0.id).isEmpty }
    let rows = isWide ? (entries.count + 1) / 2 : entries.count
    let lines = (0..<rows).map { row in
      let left = entry(entries[row])
      guard isWide, row + rows < entries.count else { return left }
      let gap = HelpScreen.entry - left.width(glyphs: surface.glyphs)
      return left + [StyledText("".padded(to: gap))] + entry(entries[row + rows])
    }
    return TextBox(
      title: "Keys: \(heading)", lines: lines + [[]] + notes.map { [StyledText($0, .quiet)] },
      width: (isWide ? 2 : 1) * HelpScreen.entry)
  }

  private func entry(_ command: Command) -> [StyledText] {
    let names = surface.keymap.keys(of: command.id).map(\.name).joined(separator: " ")
    let label = names.padded(to: HelpScreen.label)
    return [StyledText(label, .heading), StyledText(command.title)]
  }

  private var heading: String {
    switch model.subject {
    case .tenants: "the list of tenants"
    case .tenant: "a tenant"
    case .signIns: "the sign-ins of all tenants"
    case .whereElse: "where else"
    case .addresses: "the addresses"
    case .tally: "a tally"
    case .hours: "the hours of the days"
    case .map: "the map"
    case .signIn: "a sign-in"
    case .choice: "a choice"
    case .help: "help"
    case .messages: "messages"
    case .palette: "commands"
    }
  }

  private var notes: [String] {
    let glyphs = surface.glyphs
    switch model.subject {
    case .tenants:
      return [
        "\(glyphs.risk) risky sign-ins in 24 h   \(glyphs.favourite) star   \(glyphs.atLeast) at least, as far as was read",
        "Blank is not examined; 0 is none in the 24 h before the reading.",
        "+ is the change since the last refresh.",
        "Actions are counted for tenants in view, and where a filter or a sort needs it.",
        "Your workflows decide what is risky, not Microsoft Entra.",
      ]
    case .tenant, .signIns, .whereElse, .signIn:
      return [
        "\(glyphs.risk) risky   \(glyphs.unknownRisk) not known   \(glyphs.mark) marked   \(glyphs.pending) not read yet",
        "\(glyphs.seam) rows may be missing above",
        "Actions and sign-ins are counted apart.",
        "Your workflows decide what is risky, not Microsoft Entra.",
      ]
    case .tally:
      return [
        "A user is who has one id, whatever name is shown.",
        "Stayed: two or more sign-ins at one address, 30 min or more apart with no pause above 12 h.",
        "It is the nearest thing to an outcome that there is, and no proof.",
      ]
    case .hours:
      return [
        "\(glyphs.sparks[1]) to \(glyphs.sparks[7]) how many sign-ins an hour has; a digit: so many of them are risky, + more than 9",
        "\(glyphs.pending) no sign-in   \(glyphs.seam) below this day, days without a sign-in are left out",
        surface.text("\(.earlierColumns) \(.laterColumns) go to another hour"),
      ]
    case .map:
      return [
        "\(glyphs.mark) sign-ins   \(glyphs.risk) some of them are risky; the number counts all of them",
        surface.text(
          "\(.up) \(.down) \(.earlierColumns) \(.laterColumns) go to the nearest place in that direction"),
        "A place is where the address is listed, which may be wrong.",
      ]
    case .addresses: return ["A guest with one account in many tenants counts as one user."]
    case .choice, .help, .messages, .palette: return []
    }
  }
}

extension String {
  /// With spaces up to a width and at least one, for text of the program's own.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
