import TerminalUI
import Testing

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct TinyWindowTests {
  private nonisolated static let sizes = [
    (0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (10, 2), (2, 10), (1, 40), (200, 1), (12, 4),
  ]

  @Test("No window is too small for any screen", arguments: sizes)
  func everyScreen(columns: Int, rows: Int) async {
    let session = await Session.onTenants()
    func look() {
      session.expectSoundFrame(session.look())
      for overlay: Key in [.character("?"), .character("M"), .enter] {
        session.press(overlay)
        session.expectSoundFrame(session.look())
        session.press(.escape)
      }
    }
    session.resize(columns, rows)
    session.type("/x")
    session.expectSoundFrame(session.look())
    session.press(.escape)
    session.type("?")
    session.expectSoundFrame(session.look())
    session.press(.escape, .enter)
    await session.reads(0)
    look()
    session.type("G")
    await session.reads(249)
    look()
  }

  @Test("In a single row there is the status line and nothing shines through it")
  func singleRow() async {
    let session = await Session.inTenant(80, 1)
    #expect(session.text.hasPrefix(" 1 of 250 "))
    #expect(!session.text.contains("TIME"))
  }

  @Test("In two rows there is the selected sign-in and the status line")
  func twoRows() async {
    let session = await Session.inTenant(80, 2)
    session.type("jj")
    #expect(session.look().text(row: 0).contains("周建国"))
    #expect(session.status.contains("3 of 250"))
  }

  @Test("Whatever the size, the selected row stays on the screen")
  func resizing() async {
    let session = await Session.inTenant(80, 40)
    session.press(.pageDown, .down, .down)
    let selected = session.selected
    for size in [(80, 24), (40, 8), (80, 3), (120, 40), (80, 24)] {
      session.resize(size.0, size.1)
      session.expectSoundFrame(session.look())
      #expect(session.selected == selected)
    }
  }
}
