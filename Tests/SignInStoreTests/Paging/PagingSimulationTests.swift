import Randomness
import Testing

@testable import SignInStore

/// Random runs of scroll, answer, failure, arrival and refresh, held against the server's own list.
@Suite struct PagingSimulationTests {
  @Test(arguments: 0..<150)
  func `Whatever happens at the head, what is shown is a run of the server's list`(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let size = [3, 7, 10, 40].randomElement(using: &random) ?? 10
    var reader = Reader(server: PagedServer(count: Int.random(in: 0...400, using: &random)), pageSize: size)
    for _ in 0..<150 {
      step(&reader, &random)
      checkWhileReading(reader)
    }
    reader.refresh()
    reader.settle()
    checkAtRest(&reader, &random)
  }

  @Test(arguments: 0..<100)
  func `A list that changes anywhere is asked for without end never, and shows no row twice`(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var reader = Reader(server: PagedServer(count: Int.random(in: 20...300, using: &random)), pageSize: 10)
    for _ in 0..<120 {
      switch Int.random(in: 0..<100, using: &random) {
      case ..<6: reader.server.insertInTheMiddle(at: Int.random(in: 0...300, using: &random))
      case ..<12: reader.server.remove(at: Int.random(in: 0...300, using: &random))
      case ..<16: reader.server.forgetOldest(Int.random(in: 1...5, using: &random))
      default: step(&reader, &random)
      }
      let rows = reader.loadedRows
      #expect(Set(rows).count == rows.count)
    }
    reader.settle("after changes anywhere")
    for top in stride(from: 0, through: max(0, reader.state.length), by: 10) {
      reader.look(at: top)
      reader.settle("at \(top) after changes anywhere")
    }
  }

  private func step(_ reader: inout Reader, _ random: inout SplitMix) {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<8: reader.server.arrive(Int.random(in: 1...12, using: &random))
    case ..<10: reader.server.arrive(Int.random(in: 13...60, using: &random))
    case ..<14: reader.refresh()
    case ..<20 where !reader.asked.isEmpty: reader.fail(Int.random(in: 0..<reader.asked.count, using: &random))
    case ..<40:
      reader.look(at: Int.random(in: 0...max(0, reader.state.length), using: &random), down: random.chance(50))
    case ..<55:
      reader.look(at: reader.window.visible.lowerBound + [-10, -1, 1, 10][Int.random(in: 0..<4, using: &random)])
    default:
      if !reader.asked.isEmpty { reader.answer(Int.random(in: 0..<reader.asked.count, using: &random)) }
    }
  }

  private func checkWhileReading(_ reader: Reader) {
    let rows = reader.loadedRows
    #expect(Set(rows).count == rows.count, "a row is shown twice")
    #expect(rows == rows.sorted(by: >), "rows are out of the server's order")
    let head = UInt32(reader.state.headTotal ?? 0)
    #expect(rows.allSatisfy { $0 < head }, "a row that arrived is pushed in before a refresh")
    #expect(reader.state.inFlight.count <= PagingState.mostInFlight)
    for fragment in reader.state.fragments {
      let rows = reader.state.runs.rows(0..<fragment.count, of: fragment.run)
      let first = rows.first ?? 0
      #expect(rows == (0..<UInt32(rows.count)).map { first - $0 }, "a row is lost between neighbours")
    }
    if reader.state.isComplete {
      #expect(rows == Array(reader.server.rows.suffix(rows.count)) && rows.last == reader.server.rows.last)
    }
    for (place, row) in (0..<reader.state.length).compactMap({ place in
      reader.state.row(at: place).map { (place, $0) }
    }).prefix(5) {
      #expect(reader.state.position(of: row) == place)
    }
  }

  /// Nothing changes any more: every screen gets filled, in one go, without a seam, and in the end the list is complete.
  private func checkAtRest(_ reader: inout Reader, _ random: inout SplitMix) {
    for top in stride(from: 0, through: max(0, reader.state.length), by: 10) {
      reader.look(at: top)
      reader.settle()
      #expect(reader.visibleRows.allSatisfy { $0 != nil }, "a place in view stays empty")
    }
    #expect(reader.state.isComplete)
    #expect(reader.loadedRows == reader.server.rows)
  }
}
