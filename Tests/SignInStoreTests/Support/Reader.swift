import Testing

@testable import SignInStore

/// Somebody who reads a paged list: a window on it, questions under way, and the server.
struct Reader {
  var state: PagingState
  var server: PagedServer
  private(set) var window = PagingWindow(visible: 0..<10, ahead: 10..<20)
  private(set) var asked: [PageQuestion] = []
  private(set) var askedPages: [Int] = []

  init(server: PagedServer, pageSize: Int) {
    self.server = server
    state = PagingState(pageSize: pageSize)
    ask()
  }

  mutating func look(at top: Int, height: Int = 10, down: Bool = true) {
    let top = max(0, min(top, state.length - height))
    let ahead = down ? top + height..<top + 2 * height : max(0, top - height)..<top
    window = PagingWindow(visible: top..<top + height, ahead: ahead)
    ask()
  }

  mutating func ask() {
    for question in state.superfluous(for: [window]) {
      state.giveUp(question)
      asked.removeAll { $0 == question }
    }
    for planned in state.plan(for: [window]) {
      asked.append(state.nextQuestion(page: planned.page, from: planned.from))
      askedPages.append(planned.page)
    }
  }

  /// Answers the question at an index of those under way with what the server has now.
  mutating func answer(_ index: Int = 0) {
    let question = asked.remove(at: index)
    state.accept(server.answer(page: question.page, size: state.pageSize), to: question)
    ask()
  }

  mutating func fail(_ index: Int = 0) {
    state.fail(asked.remove(at: index))
    ask()
  }

  mutating func refresh() {
    asked = []
    state.refresh(visible: window.visible)
    ask()
  }

  /// Answers until nothing more is asked; a list that is asked for without end is a failure.
  mutating func settle(_ comment: Comment? = nil) {
    for _ in 0..<2_000 where !asked.isEmpty { answer() }
    #expect(asked.isEmpty, comment ?? "asks without end")
  }

  /// The rows in view order, where they are loaded.
  var loadedRows: [UInt32] { state.loadedRows }

  var visibleRows: [UInt32?] { window.visible.clamped(to: 0..<state.length).map { state.row(at: $0) } }
}
