import TerminalUI
import Testing

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct PromptKeyTests {
  @Test(
    "Editing keys do what they do in a shell",
    arguments: [
      ([Key.backspace], "alpha bet", 9), ([.control("w")], "alpha ", 6), ([.control("w"), .control("w")], "", 0),
      ([.control("u")], "", 0), ([.control("a"), .delete], "lpha beta", 0),
      ([.home, .character("x")], "xalpha beta", 1),
      ([.left, .left, .character("x")], "alpha bexta", 9),
      ([.control("a"), .control("e"), .character("x")], "alpha betax", 11),
      ([.home, .left, .backspace], "alpha beta", 0), ([.end, .right, .delete], "alpha beta", 10),
      ([.left, .left, .control("u")], "ta", 0), ([.home, .right, .control("w")], "lpha beta", 0),
    ])
  func editing(keys: [Key], text: String, cursor: Int) async {
    let session = await Session.onTenants()
    session.type("/alpha beta")
    session.press(keys)
    #expect(session.model.prompt?.line.text == text)
    #expect(session.model.prompt?.line.cursor == cursor)
    #expect(session.look().cursor?.column == 2 + cursor)
  }

  @Test("Up and Down go through the filters typed before and back to the one being typed")
  func history() async {
    let session = await Session.onTenants()
    for filter in ["one", "two"] {
      session.type("/")
      session.press(.control("u"))
      session.type(filter)
      session.press(.enter)
    }
    session.type("/")
    session.press(.control("u"))
    session.type("dra")
    func shown(after key: Key) -> String? {
      session.press(key)
      return session.model.prompt?.line.text
    }
    #expect(shown(after: .up) == "two")
    #expect(shown(after: .up) == "one")
    #expect(shown(after: .up) == "one")
    #expect(shown(after: .down) == "two")
    #expect(shown(after: .down) == "dra")
    #expect(shown(after: .down) == "dra")
  }

  @Test("A paste goes into a prompt with its line ends and tabs as blanks")
  func paste() async {
    let session = await Session.onTenants()
    session.type("/")
    session.press(.paste("zoe\r\nsales\n\tq"))
    #expect(session.model.prompt?.line.text == "zoe sales  q")
  }

  @Test("A pasted escape sequence is shown inert")
  func hostilePaste() async {
    let session = await Session.onTenants()
    session.type("/")
    session.press(.paste("\u{1B}[2Jzoe"))
    #expect(!session.text.unicodeScalars.contains("\u{1B}"))
    #expect(session.status.contains("zoe"))
  }

  @Test("A paste outside of a prompt is ignored")
  func pasteElsewhere() async {
    let session = await Session.onTenants()
    session.press(.paste("q?\n"))
    #expect(!session.model.isFinished)
    #expect(session.model.overlay == nil)
    #expect(session.model.tenant == nil)
  }

  @Test("While a filter is typed the selected tenant stays selected as long as it is shown")
  func keepsPlace() async {
    let session = await Session.onTenants()
    session.type("jjjj")
    session.type("/onmicrosoft zoe")
    #expect(session.model.picker.selected?.tenant?.name == "zoe.onmicrosoft.com")
    session.press(.escape)
    #expect(session.selected == 4)
  }

  @Test("A filter without case and diacritics finds what has them")
  func folding() async {
    let session = await Session.onTenants()
    session.type("/ANGSTROM")
    #expect(session.model.picker.rows.count == 2)
  }

  @Test("A text longer than the window keeps its cursor in sight")
  func longText() async {
    let session = await Session.onTenants()
    session.type("/")
    session.press(.paste(String(repeating: "周建国 ", count: 40)))
    session.expectSoundFrame(session.look())
    session.press(.home)
    #expect(session.look().cursor?.column == 2)
  }

  @Test("A long text that comes at once is one edit, and one filter is made of it")
  func manyKeys() async {
    let session = await Session.inTenant()
    session.type("/")
    let before = session.filtersMade
    session.pressAtOnce(String(repeating: "user:x ", count: 5_000).map(Key.character))
    #expect(session.filtersMade == before + 1)
    #expect(session.model.prompt?.line.text.count == 500)
  }

  @Test("Keys that come at once with a text are keys still")
  func mixedKeys() async {
    let session = await Session.onTenants()
    session.pressAtOnce([.character("/"), .character("a"), .character("b"), .backspace, .paste("\nz"), .enter])
    #expect(session.model.prompt == nil && session.model.picker.filter == "a z")
    session.pressAtOnce([.escape, .character("/"), .character("q"), .control("c"), .character("q"), .character("/")])
    #expect(session.model.isFinished && session.model.prompt == nil)
  }
}
