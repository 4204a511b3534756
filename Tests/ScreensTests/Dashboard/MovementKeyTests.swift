import TerminalUI
import Testing

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct MovementKeyTests {
  /// A window of 25 rows has 20 for the list.
  private func session() async -> Session {
    await Session.inTenant(80, 25) { $0.signIns = Samples.signIns(90) }
  }

  @Test(
    "Movement keys go where they say",
    arguments: [
      ([Key.character("j"), .character("j")], 2), ([.down], 1), ([.down, .up], 0),
      ([.down, .down, .character("k")], 1),
      ([.up], 0), ([.character("G")], 89), ([.end], 89), ([.end, .down], 89), ([.end, .home], 0),
      ([.character("G"), .character("g")], 0), ([.pageDown], 20), ([.control("f")], 20),
      ([.pageDown, .pageDown, .pageUp], 20), ([.pageDown, .control("b")], 0), ([.control("d")], 10),
      ([.control("d"), .control("d"), .control("u")], 10), ([.control("u")], 0),
    ])
  func movement(keys: [Key], place: Int) async {
    let session = await session()
    session.press(keys)
    #expect(session.selected == place)
  }

  @Test("The picker is moved by the same keys")
  func picker() async {
    let session = await Session.onTenants()
    session.press(.character("G"))
    #expect(session.selected == session.model.picker.rows.count - 1)
    session.press(.up, .character("k"))
    #expect(session.selected == session.model.picker.rows.count - 3)
  }

  @Test("Left and Right scroll over columns, and the last column can't be scrolled out")
  func columns() async {
    let session = await session()
    session.press(.right)
    #expect(session.look().text(row: 3).hasPrefix("   USER"))
    session.press(Array(repeating: .right, count: 20))
    #expect(session.look().text(row: 3) == "   PRINCIPAL NAME")
    session.press(Array(repeating: .left, count: 20))
    #expect(session.look().text(row: 3).hasPrefix("   TIME"))
  }

  @Test("Under help the list stays where it is; under the details it moves, and they follow")
  func overlays() async {
    let session = await session()
    session.type("?jG")
    #expect(session.selected == 0)
    session.press(.escape, .enter)
    #expect(session.text.contains("signin-0"))
    session.type("jj")
    #expect(session.text.contains("signin-2"))
    session.press(.escape)
    #expect(session.selected == 2)
  }

  @Test("Selection belongs to the record: sign-ins that arrive do not move it")
  func arrivals() async {
    let session = await Session.inTenant()
    session.type("jjj")
    let line = session.look().text(row: 7)
    session.server.signIns.insert(contentsOf: Samples.arrivals(5), at: 0)
    session.type("r")
    await session.shows("255 read")
    await session.until("the place of the record") { session.selected == 8 }
    #expect(session.signIns?.selected?.id == "signin-3")
    #expect(session.look().text(row: 7) == line)
  }
}
