import Testing

@testable import ViewModels

@Suite struct PromptModelTests {
  private func typed(_ text: String, _ edits: [PromptModel.Edit]) -> PromptModel {
    var prompt = PromptModel(text: text, history: [])
    for edit in edits { prompt.apply(edit) }
    return prompt
  }

  @Test(
    arguments: [
      ([.insert("x")], "one twox", 8),
      ([.start, .insert("x")], "xone two", 1),
      ([.left, .left, .left, .deleteBackward], "onetwo", 3),
      ([.start, .deleteForward], "ne two", 0),
      ([.deleteWord], "one ", 4),
      ([.deleteWord, .deleteWord], "", 0),
      ([.left, .deleteToStart], "o", 0),
      ([.start, .deleteBackward, .left], "one two", 0),
      ([.end, .right, .deleteForward], "one two", 7),
    ] as [([PromptModel.Edit], String, Int)])
  func `Editing keys do what a shell's do`(edits: [PromptModel.Edit], text: String, cursor: Int) {
    let prompt = typed("one two", edits)
    #expect(prompt.text == text)
    #expect(prompt.cursor == cursor)
  }

  @Test func `A paste comes in as one line`() {
    #expect(typed("", [.insert("a\nb\r\nc\td")]).text == "a b c d")
  }

  @Test func `No more is taken than a line may hold`() {
    let prompt = typed("", [.insert(String(repeating: "x", count: 2_000)), .insert("y")])
    #expect(prompt.text.count == PromptModel.longest)
  }

  @Test func `A combining mark joins the character before the cursor`() {
    let prompt = typed("e", [.insert("\u{301}"), .insert("x")])
    #expect(prompt.text == "e\u{301}x")
    #expect(prompt.cursor == 2)
  }
}
