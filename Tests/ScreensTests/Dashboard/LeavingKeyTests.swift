import TerminalUI
import Testing

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct LeavingKeyTests {
  @Test("Esc does the first that applies: closes the overlay, stops the search, goes back, clears the filter")
  func escapeOrder() async {
    let session = await Session.onTenants { server in
      server.signIns = Samples.signIns(250).filter { $0.isRisk != true }
      server.hold(.signIns(.all, page: 2))
    }
    session.type("/contoso")
    session.press(.enter, .enter)
    await session.reads(0)
    session.type("n?")
    session.press(.escape)
    #expect(session.model.overlay == nil)
    #expect(session.signIns?.seek != nil)
    session.press(.escape)
    #expect(session.model.tenant != nil)
    #expect(session.signIns?.seek == nil)
    session.press(.escape)
    #expect(session.model.tenant == nil)
    #expect(session.model.picker.filter == "contoso")
    session.press(.escape)
    #expect(session.model.picker.filter == "")
    session.press(.escape, .escape)
    #expect(!session.model.isFinished)
  }

  @Test("Esc in a prompt closes it and puts the filter back that was there before")
  func escapeInPrompt() async {
    let session = await Session.onTenants()
    session.type("/zoe")
    session.press(.enter)
    session.type("/ sales")
    #expect(session.model.picker.rows.count == 1)
    session.press(.escape)
    #expect(session.model.prompt == nil)
    #expect(session.model.picker.filter == "zoe")
    #expect(session.model.picker.rows.count == 2)
  }

  @Test("q goes back step by step and leaves from the first screen")
  func quit() async {
    let session = await Session.inTenant()
    session.press(.enter, .character("q"))
    #expect(session.model.overlay == nil)
    session.type("q")
    #expect(session.model.tenant == nil)
    #expect(!session.model.isFinished)
    session.type("q")
    #expect(session.model.isFinished)
  }

  @Test("^C closes what is open, and else leaves from wherever one is")
  func interrupt() async {
    let session = await Session.onTenants()
    session.type("/x")
    session.press(.control("c"))
    #expect(session.model.prompt == nil)
    #expect(session.model.picker.filter == "")
    session.press(.enter, .enter, .character("?"), .control("c"))
    #expect(session.model.overlay == nil)
    #expect(!session.model.isFinished)
    session.press(.control("c"))
    #expect(session.model.isFinished)
  }

  @Test("In a prompt q is a letter")
  func quitInPrompt() async {
    let session = await Session.onTenants()
    session.type("/q")
    #expect(session.model.prompt?.line.text == "q")
    #expect(!session.model.isFinished)
  }

  @Test("^L and ^Z are for the terminal's owner, in a prompt and under an overlay too", arguments: ["", "/", "?"])
  func terminal(opened: String) async {
    let session = await Session.onTenants()
    session.type(opened)
    #expect(session.press(.control("l")) == .repaint)
    #expect(session.press(.control("z")) == .suspend)
    #expect(session.press(.character("j")) == nil)
  }
}
