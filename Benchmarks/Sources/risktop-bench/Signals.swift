import Elements
import SignInAnalysis

/// Finds the signals of one tenant's rows from scratch, then of a page more.
func measureSignals(_ sample: SampleTenant) {
  for size in RisktopBench.sizes {
    var words = SignInWords()
    var table = NumberedSignIns()
    for place in stride(from: 100, to: size, by: PageRequest.largestSize) {
      let page = sample.signIns(at: place..<place + PageRequest.largestSize)
      _ = table.insert(contentsOf: page, overruling: true, words: &words)
    }
    let coverage = SignalCoverage(since: 0)
    let first = SignalUpdate(
      snapshot: FleetSnapshot([0: table.snapshot(words: words)]), coverage: [0: coverage], customers: [0: 0])
    let before = residentMemory()
    var book = SignalBook()
    let time = ContinuousClock().measure { book.take(first) }
    let found = book.table(now: SampleTenant.now).tenants[0]?.all.count ?? 0
    let after = residentMemory()
    ResultLine(
      what: "signals from scratch", count: size, result: time.milliseconds,
      remark: "\(found.grouped) found; \(megabytes(before)) before, \(megabytes(after)) after"
    ).write()
    _ = table.insert(contentsOf: sample.signIns(at: 0..<100), overruling: true, words: &words)
    let next = SignalUpdate(snapshot: FleetSnapshot([0: table.snapshot(words: words)]))
    let page = ContinuousClock().measure {
      book.take(next)
      _ = book.table(now: SampleTenant.now)
    }
    ResultLine(what: "signals of a page more", count: size, result: page.milliseconds).write()
  }
}
