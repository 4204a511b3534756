import Elements
import Synchronization

@testable import ElementsFakes
@testable import SignInStore

/// A list of sign-ins behind the API's calls, which changes after each answer as a test says.
final class ChangingList: Sendable {
  struct State {
    var server: PagedServer
    /// The pages that were asked for, in the order of their answers.
    var pages: [Int] = []
    /// By page: rows of it, counted from 1, that can't be read.
    var unreadable: [Int: [Int]] = [:]
    var failing: Set<Int> = []
    /// Pages that the server gives without their rows.
    var blank: Set<Int> = []
  }

  private let state: Mutex<State>
  private let afterAnswer: @Sendable (inout State) -> Void

  init(count: Int, largestPage: Int = 100, afterAnswer: @escaping @Sendable (inout State) -> Void = { _ in }) {
    state = Mutex(State(server: PagedServer(count: count, largestPage: largestPage)))
    self.afterAnswer = afterAnswer
  }

  func change(_ change: (inout State) -> Void) {
    state.withLock { change(&$0) }
  }

  var pages: [Int] { state.withLock { $0.pages } }
  /// The ids of all rows as they are now, from the head down.
  var ids: [String] { state.withLock { $0.server.rows.map { SignIn.numbered(Int($0)).id } } }

  var client: ElementsClient {
    ElementsClient(
      customers: { request, _ throws(ElementsError) in
        Page(items: [], index: request.index, size: request.size, totalCount: 0)
      },
      actionCounts: { _, _, _ throws(ElementsError) in ActionCounts(risky: nil, normal: nil) },
      signIns: { [self] tenant, request, scope, _ throws(ElementsError) in
        guard let page = answer(request) else {
          throw ElementsError(
            call: .signIns(tenant, scope, page: request.index),
            reason: .refused(ElementsError.Refusal(status: 503, message: nil, requestID: nil)))
        }
        return page
      })
  }

  func reader(limit: Int? = nil, pagesAhead: Int = 4, pageSize: Int = 100) -> SignInReader {
    SignInReader(of: .numbered(0), client: client, limit: limit, pagesAhead: pagesAhead, pageSize: pageSize)
  }

  private func answer(_ request: PageRequest) -> Page<SignIn>? {
    state.withLock { state in
      state.pages.append(request.index)
      guard !state.failing.contains(request.index) else { return nil }
      let answer = state.server.answer(page: request.index, size: request.size)
      let bad = Set(state.unreadable[request.index] ?? [])
      let rows = state.blank.contains(request.index) ? [] : answer.rows
      let items = rows.enumerated().filter { !bad.contains($0.offset + 1) }.map { SignIn.numbered(Int($0.element)) }
      let unreadable = bad.sorted().filter { $0 <= rows.count }.map { UnreadableRow(row: $0, found: "loginTime \"?\"") }
      afterAnswer(&state)
      return Page(
        items: items, index: request.index, size: answer.size, totalCount: answer.total, unreadable: unreadable)
    }
  }
}

extension SignInReader {
  /// The ids of all rows to the end.
  mutating func rest() async throws(ElementsError) -> [String] {
    var ids: [String] = []
    while let rows = try await next() { ids += rows.map(\.id) }
    return ids
  }
}
