import TerminalUI
import Testing
import ViewModels

@testable import Screens

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct HelpTests {
  @Test("No key has two meanings on one screen", arguments: Place.Kind.allCases)
  func unambiguous(place: Place.Kind) {
    let commands = Command.all.filter(place.offers)
    let keys = commands.flatMap { Keymap.standard.keys(of: $0.id) }
    #expect(Set(keys).count == keys.count)
  }

  /// Those that are seldom wanted, and typed in the palette.
  private static let withoutKey: Set<CommandID> = [.onlyMarked, .clearMarks, .saveFilter, .recentTenants]

  @Test("Each command has a name of its own, and a key unless it is one for the palette")
  func complete() {
    #expect(Set(Command.all.map(\.id)) == Set(CommandID.allCases) && Command.all.count == CommandID.allCases.count)
    for command in CommandID.allCases {
      #expect(Keymap.standard.keys(of: command).isEmpty == Self.withoutKey.contains(command), "\(command)")
    }
  }

  @Test("Where help does not fit it scrolls, and says what is in sight")
  func scrolls() async {
    let session = await Session.inTenant(40, 8)
    session.type("?")
    #expect(session.text.contains("lines 1 to 4 of"))
    let first = session.look().text(row: 1)
    session.type("j")
    #expect(session.text.contains("lines 2 to 5 of"))
    session.type("G")
    #expect(session.look().text(row: 1) != first)
    session.type("g")
    #expect(session.look().text(row: 1) == first)
  }

  @Test(
    "A key that has no meaning says so, and that help shows those that have",
    arguments: [Key.backTab, .character("#"), .function(9), .delete])
  func unknown(key: Key) async {
    let session = await Session.inTenant()
    let selected = session.selected
    session.press(key)
    #expect(session.status.contains("\(key.name) does nothing here: ? shows the keys"))
    #expect(session.selected == selected && session.model.overlay == nil)
  }

  @Test("Help lies over the details and leads back to them, three deep")
  func nesting() async {
    let session = await Session.inTenant()
    session.press(.enter, .character("?"), .character("M"))
    #expect(session.model.navigator.visible.map(\.kind) == [.tenant, .signIn, .help, .messages])
    session.press(.escape, .escape)
    #expect(session.model.overlay == .signIn)
    session.press(.escape)
    #expect(session.model.overlay == nil && session.model.tenant != nil)
  }

  @Test("A key that was changed is the one that works, and the one that help, hints and palette show")
  func remapped() async throws {
    let keymap = try Keymap(changing: [Keymap.Change(command: "risky-only", keys: ["x"])])
    let session = await Session.inTenant(120, 40, keymap: keymap)
    #expect(session.status.contains("x risky only"))
    session.type("R")
    #expect(session.status.contains("R does nothing here"))
    session.type("?")
    #expect(session.text.contains("x          risky only"))
    session.press(.escape)
    session.type(":risky only")
    #expect(session.text.contains(/risky only, or all +x/))
    session.press(.enter)
    #expect(session.signIns?.scope == .risky)
  }

  @Test("Keys that can't be are refused with both names")
  func refused() {
    let clash = Keymap.Change(command: "mark", keys: ["n"])
    #expect(throws: KeymapError.clash(.character("n"), .nextRisky, .mark)) { try Keymap(changing: [clash]) }
    let unknown = Keymap.Change(command: "marc", keys: ["n"])
    #expect(throws: KeymapError.unknownCommand("marc")) { try Keymap(changing: [unknown]) }
    let noKey = Keymap.Change(command: "mark", keys: ["Hyper-x"])
    #expect(throws: KeymapError.unknownKey("Hyper-x", of: .mark)) { try Keymap(changing: [noKey]) }
    let locked = ["quit", "back"].map { Keymap.Change(command: $0, keys: []) }
    #expect(throws: KeymapError.noWayOut) { try Keymap(changing: locked) }
  }

  @Test("A click selects a row, and a click on the selected row opens it; the wheel moves")
  func mouse() async {
    let session = await Session.inTenant()
    session.press(.click(Position(column: 20, row: 8)))
    #expect(session.selected == 4)
    session.press(.click(Position(column: 20, row: 0)))
    #expect(session.selected == 4)
    session.press(.wheelDown)
    #expect(session.selected == 7)
    session.press(.wheelUp, .click(Position(column: 20, row: 8)))
    #expect(session.model.overlay == .signIn)
  }

  @Test("Every key's name is read back as that key")
  func names() {
    for key in Keymap.usual.values.joined() { #expect(Key(named: key.name) == key, "\(key.name)") }
  }

  @Test("Drawing asks the server nothing and changes nothing", arguments: ["", "?", "M", ":x", "/user:", "s"])
  func pureDrawing(opened: String) async {
    let session = await Session.inTenant()
    session.type(opened)
    let before = session.server.log.count
    let first = session.look()
    let viewport = session.signIns?.viewport
    for _ in 0..<3 { #expect(session.draw() == first) }
    #expect(session.server.log.count == before && session.signIns?.viewport == viewport)
  }
}
