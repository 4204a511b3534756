import Randomness
import Testing

@testable import SignInStore

/// Random changes, held against plain arrays.
@Suite struct RowRunsTests {
  @Test(arguments: 0..<60)
  func `Runs hold what plain arrays hold, and know where each row is`(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var runs = RowRuns()
    var model: [RowRuns.ID: [UInt32]] = [:]
    var next: UInt32 = 0
    for _ in 0..<200 {
      let fresh = (0..<UInt32.random(in: 0...300, using: &random)).map { _ -> UInt32 in
        next += 1
        return next - 1
      }
      let ids = model.keys.sorted()
      let id = ids.randomElement(using: &random)
      switch (Int.random(in: 0..<8, using: &random), id) {
      case (0, let id?):
        runs.append(fresh, to: id)
        model[id]? += fresh
      case (1, let id?):
        runs.prepend(fresh, to: id)
        model[id]?.insert(contentsOf: fresh, at: 0)
      case (2...4, let id?):
        let count = model[id]?.count ?? 0
        let first = Int.random(in: 0...count, using: &random)
        let range = first..<Int.random(in: first...min(count, first + 40), using: &random)
        // Some of the rows that go come again, as in a page that is read again.
        let kept = (model[id] ?? [])[range].filter { _ in random.chance(50) }
        let rows = kept + fresh.prefix(20)
        runs.splice(range, of: id, with: rows)
        model[id]?.replaceSubrange(range, with: rows)
      case (5, let id?):
        guard let other = ids.randomElement(using: &random), other != id else { continue }
        runs.join(other, to: id)
        let lower = model.removeValue(forKey: other) ?? []
        model[id]? += lower
      case (6, let id?) where random.chance(20):
        runs.remove(id)
        model[id] = nil
      default: model[runs.create(fresh)] = fresh
      }
    }
    for (id, rows) in model {
      #expect(runs.rows(0..<rows.count, of: id) == rows && runs.count(of: id) == rows.count)
      for (index, row) in rows.enumerated() {
        #expect(runs.location(of: row) == RowRuns.Location(run: id, index: index))
        #expect(runs.row(at: index, of: id) == row)
      }
    }
    let held = Set(model.values.joined())
    #expect((0..<next).allSatisfy { runs.contains($0) == held.contains($0) })
    #expect(runs.count == held.count)
  }
}
