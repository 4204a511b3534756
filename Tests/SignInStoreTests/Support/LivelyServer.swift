import Elements
import Randomness

@testable import ElementsFakes
@testable import SignInStore

/// A list that changes between answers as a model of servers allows, and may lie about itself.
struct LivelyServer {
  /// What may happen to the list between two answers.
  enum Model: CaseIterable {
    /// Rows arrive at the head or are inserted anywhere, and drop from the tail.
    case addsAndDrops
    /// Rows are deleted and moved as well.
    case deletesAndMoves
  }

  enum Totals: CaseIterable {
    case right
    case missing
    case wrong
  }

  let model: Model
  let totals: Totals
  /// How many changes come before an answer, in percent: 250 are two or three.
  let pace: Int
  private(set) var server: PagedServer
  /// Rows that were there all the time.
  private(set) var stayed: Set<UInt32>
  var isStill = false

  init(model: Model, totals: Totals, count: Int, pace: Int) {
    self.model = model
    self.totals = totals
    self.pace = pace
    server = PagedServer(count: count)
    stayed = Set(server.rows)
  }

  mutating func answer(_ request: PageRequest, random: inout SplitMix) -> Page<SignIn> {
    if !isStill { change(&random) }
    let answer = server.answer(page: request.index, size: request.size)
    let wrong = answer.rows.count + Int.random(in: 0...2_000, using: &random)
    let total: Int? =
      switch totals {
      case .right: answer.total
      case .missing: nil
      case .wrong: wrong
      }
    return Page(
      items: answer.rows.map { .numbered(Int($0)) }, index: request.index, size: answer.size, totalCount: total)
  }

  private mutating func change(_ random: inout SplitMix) {
    for _ in 0..<(pace / 100 + (random.chance(pace % 100) ? 1 : 0)) { step(&random) }
    stayed.formIntersection(server.rows)
  }

  private mutating func step(_ random: inout SplitMix) {
    let count = server.rows.count
    switch (Int.random(in: 0..<100, using: &random), model) {
    case (..<40, _): server.arrive(1)
    case (..<60, _): server.insertInTheMiddle(at: Int.random(in: 0...count, using: &random))
    case (..<80, _): server.forgetOldest(1)
    case (_, .addsAndDrops):
      // What a time limit does: the total stays as it was.
      server.arrive(1)
      server.forgetOldest(1)
    case (..<92, .deletesAndMoves) where count > 0: server.remove(at: Int.random(in: 0..<count, using: &random))
    case (_, .deletesAndMoves) where count > 1:
      server.move(from: Int.random(in: 0..<count, using: &random), to: Int.random(in: 0..<count, using: &random))
    case (_, .deletesAndMoves): break
    }
  }
}
