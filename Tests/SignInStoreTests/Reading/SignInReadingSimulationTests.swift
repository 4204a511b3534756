import Elements
import Randomness
import Testing

@testable import ElementsFakes
@testable import SignInStore

/// Random lists that change and lie while they are read, with several calls under way that are answered in any order.
@Suite struct SignInReadingSimulationTests {
  /// Held to what `PagingState` promises, in slices that run side by side.
  @Test(arguments: 0..<20)
  func `Of a server that adds rows and drops old ones no row that stayed is missing in silence`(slice: Int) {
    for seed in slice * 500..<(slice + 1) * 500 {
      var run = Run(seed: seed, model: .addsAndDrops, totals: .right, mostChanges: 800)
      run.read()
      let missing = run.missing
      #expect(missing.isEmpty || !run.coverage.isProven, "seed \(seed): \(missing.count) rows lost in silence")
      #expect(Set(run.came).count == run.came.count, "seed \(seed): a row came twice")
      #expect(run.calls <= run.mostCalls, "seed \(seed): \(run.calls) calls")
    }
  }

  @Test(arguments: LivelyServer.Model.allCases, LivelyServer.Totals.allCases)
  func `Whatever a server does, no row comes twice and the reading ends`(
    model: LivelyServer.Model, totals: LivelyServer.Totals
  ) {
    for seed in 0..<400 {
      var run = Run(seed: seed, model: model, totals: totals, mostChanges: 800)
      run.read()
      #expect(Set(run.came).count == run.came.count, "seed \(seed): a row came twice")
      #expect(run.calls <= run.mostCalls, "seed \(seed): \(run.calls) calls")
      // A total that says less than there is, and never contradicts its pages, can't be seen through.
      if model == .addsAndDrops, totals != .wrong {
        #expect(run.missing.isEmpty || !run.coverage.isProven, "seed \(seed): \(run.missing.count) rows lost")
      }
    }
  }

  /// One change a second and answers of 100 ms are one change in ten answers.
  @Test func `A list that changes once a second is read whole in 99 of 100 runs`() {
    var whole = 0
    for seed in 0..<1_000 {
      var run = Run(seed: seed, model: .addsAndDrops, totals: .right, mostChanges: 10)
      run.read()
      if run.coverage.isProven, run.missing.isEmpty { whole += 1 }
    }
    #expect(whole >= 990, "\(whole) of 1,000")
  }

  @Test func `A list that stands still is read with one call in fifty more than it has pages, and one`() {
    for seed in 0..<300 {
      var run = Run(seed: seed, model: .addsAndDrops, totals: .right, mostChanges: 0, mostRows: 4_000)
      let pages = (run.rows + run.pageSize - 1) / run.pageSize
      run.read()
      #expect(run.coverage.isProven && run.missing.isEmpty, "seed \(seed): \(run.coverage.doubts)")
      #expect(run.calls <= max(1, pages) + (pages > 1 ? 1 + pages / 50 : 0), "seed \(seed): \(run.calls) for \(pages)")
    }
  }

  /// One reading: the real decisions, and a scheduler in place of the network.
  private struct Run {
    private var random: SplitMix
    private var server: LivelyServer
    private var reading: SignInReading
    let pageSize: Int
    let rows: Int
    private(set) var came: [String] = []
    private(set) var calls = 0

    init(
      seed: Int, model: LivelyServer.Model, totals: LivelyServer.Totals, mostChanges: Int, mostRows: Int = 150
    ) {
      random = SplitMix(seed: UInt64(seed))
      pageSize = [1, 2, 3, 5, 10, 25, 100].randomElement(using: &random) ?? 10
      rows = Int.random(in: 0...min(mostRows, 40 * pageSize), using: &random)
      let pace = mostChanges <= 10 ? mostChanges : Int.random(in: 0...mostChanges, using: &random)
      server = LivelyServer(model: model, totals: totals, count: rows, pace: pace)
      let chains = mostChanges == 0 ? 2 : Int.random(in: 1...6, using: &random)
      reading = SignInReading(limit: nil, chains: chains, pageSize: pageSize)
    }

    var coverage: ReadingCoverage { reading.coverage }
    var missing: Set<String> { Set(server.stayed.map { SignIn.numbered(Int($0)).id }).subtracting(came) }
    /// Without totals what came stands in for what there is.
    var mostCalls: Int { 2 * ((max(rows, coverage.total ?? 0, came.count) + pageSize - 1) / pageSize) + 50 }

    mutating func read() {
      var pending: [PageCall] = []
      while true {
        switch reading.step() {
        case .rows(let rows): came += rows.map(\.id)
        case .wait:
          pending += reading.takeCalls()
          guard let place = pending.indices.randomElement(using: &random) else { return }
          let call = pending.remove(at: place)
          calls += 1
          // Nobody catches up with a list that grows by more than is read.
          if calls > 2 * rows / pageSize + 10 { server.isStill = true }
          reading.take(.success(server.answer(call.request, random: &random)), to: call.question)
        case .failed, .over: return
        }
      }
    }
  }
}
