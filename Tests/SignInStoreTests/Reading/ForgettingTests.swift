import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

@Suite struct ForgettingTests {
  @Test func `A list of any length is held by a few pages while it is read`() {
    var state = PagingState(pageSize: 100)
    let server = PagedServer(count: 100_000)
    var read = 0
    for page in 1...1_000 {
      state.accept(server.answer(page: page, size: 100), to: state.nextQuestion(page: page))
      let lowest = 100_000 - page * 100
      #expect(state.frontier { $0 >= lowest + 100 } == .proven(Array(server.rows[read..<read + 100]), isLate: false))
      read += 100
      state.forget(keeping: 200) { $0 >= lowest }
      #expect(state.loadedCount <= 500)
      #expect(state.fragments.first?.end == read)
    }
    #expect(state.frontier { _ in true } == .end)
  }

  @Test func `A page that has shifted joins by the rows that were kept`() {
    var state = PagingState(pageSize: 10)
    var server = PagedServer(count: 200)
    for page in 1...9 { state.accept(server.answer(page: page, size: 10), to: state.nextQuestion(page: page)) }
    state.forget(keeping: 20) { $0 >= 110 }
    server.arrive(5)
    state.accept(server.answer(page: 10, size: 10), to: state.nextQuestion(page: 10))
    #expect(state.frontier { $0 >= 110 } == .proven([109, 108, 107, 106, 105], isLate: false))
  }
}
