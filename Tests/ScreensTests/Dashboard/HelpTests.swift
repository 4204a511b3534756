import TerminalUI
import Testing

@testable import Screens

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct HelpTests {
  @Test("No key has two meanings on one screen", arguments: [KeyBinding.Place.picker, .tenant])
  func unambiguous(place: KeyBinding.Place) {
    let keys = KeyBinding.all.filter { $0.place == place || $0.place == .everywhere }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test("Where help does not fit, it says how many keys are left out")
  func cut() async {
    let session = await Session.inTenant(40, 8)
    session.type("?")
    #expect(session.text.contains("more keys"))
  }

  @Test("A key that has no meaning changes nothing", arguments: [Key.tab, .character("#"), .function(9), .delete])
  func unknown(key: Key) async {
    let session = await Session.inTenant()
    let before = session.look()
    session.press(key)
    #expect(session.look() == before)
  }
}
