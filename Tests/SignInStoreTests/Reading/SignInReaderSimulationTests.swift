import Elements
import Randomness
import Synchronization
import Testing

@testable import SignInStore

/// Random lists that change while they are read, held against what they were.
@Suite struct SignInReaderSimulationTests {
  @Test(arguments: 0..<120)
  func `Whatever arrives at the head, each row of the list comes once and in order`(seed: Int) async throws {
    let random = Mutex(SplitMix(seed: UInt64(seed)))
    func pick(_ range: ClosedRange<Int>) -> Int { random.withLock { Int.random(in: range, using: &$0) } }
    let size = pick(3...40)
    let list = ChangingList(count: pick(0...900)) { state in
      random.withLock { random in
        guard state.pages.count < 30, random.chance(60) else { return }
        state.server.arrive(Int.random(in: 1...2 * size, using: &random))
      }
    }
    let before = list.ids
    var reader = list.reader(pagesAhead: pick(1...4), pageSize: size)
    #expect(try await reader.rest() == before)
    #expect(reader.coverage.isProven, "\(reader.coverage)")
    #expect(reader.coverage.delivered == before.count)
  }

  @Test(arguments: 0..<120)
  func `A list that changes anywhere is read to an end, and gives no row twice`(seed: Int) async throws {
    let random = Mutex(SplitMix(seed: UInt64(seed)))
    let list = ChangingList(count: 400) { state in
      random.withLock { random in
        switch Int.random(in: 0..<100, using: &random) {
        case ..<15: state.server.arrive(Int.random(in: 1...30, using: &random))
        case ..<30: state.server.insertInTheMiddle(at: Int.random(in: 0...400, using: &random))
        case ..<45: state.server.remove(at: Int.random(in: 0...400, using: &random))
        case ..<50: state.server.forgetOldest(Int.random(in: 1...9, using: &random))
        case ..<55: state.blank = [Int.random(in: 2...30, using: &random)]
        default: break
        }
        if state.pages.count > 300 { state.blank = [] }
      }
    }
    var reader = list.reader(pagesAhead: 1 + seed % 4, pageSize: 20)
    let read = try await reader.rest()
    #expect(Set(read).count == read.count)
    #expect(list.pages.count < 2_000)
  }

  @Test(arguments: 0..<60)
  func `A list that grows anywhere loses no row, unless the reader says so`(seed: Int) async throws {
    let random = Mutex(SplitMix(seed: UInt64(seed)))
    let list = ChangingList(count: 400) { state in
      random.withLock { random in
        guard state.pages.count < 100, random.chance(30) else { return }
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          state.server.insertInTheMiddle(at: Int.random(in: 0...400, using: &random))
        }
      }
    }
    let before = Set(list.ids)
    var reader = list.reader(pagesAhead: 1 + seed % 4, pageSize: 20)
    let read = try await reader.rest()
    #expect(Set(read).count == read.count)
    #expect(before.isSubset(of: read) || !reader.coverage.isProven, "\(reader.coverage)")
  }
}
