import Randomness
import Testing

@testable import SignInAnalysis

struct SlotLinksTests {
  @Test(arguments: [300, (1 << 24) - 200])
  func `A slot keeps its link while there are more slots, also beyond what three bytes hold`(count: Int) {
    var random = SplitMix(seed: 7)
    var links = SlotLinks()
    links.extend(to: count)
    var expected: [UInt32: UInt32?] = [0: nil, 1: UInt32(count - 1), UInt32(count - 1): 0]
    for _ in 0..<100 {
      expected[.random(in: 2..<UInt32(count - 1), using: &random)] = .random(in: 0..<UInt32(count), using: &random)
    }
    for (slot, link) in expected { links[slot] = link }
    links.extend(to: count + 400)
    let last = UInt32(count + 399)
    #expect(links[last] == nil)
    links[last] = last
    links[1] = nil
    expected[1] = .some(nil)
    #expect(links[last] == last && links.count == count + 400)
    #expect(expected.allSatisfy { links[$0.key] == $0.value })
  }
}
