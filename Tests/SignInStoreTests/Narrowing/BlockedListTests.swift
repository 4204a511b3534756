import Randomness
import Testing

@testable import SignInStore

@Suite struct BlockedListTests {
  @Test(arguments: 0..<20)
  func `It holds what a plain list would`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var model = Array(stride(from: 0, to: Int.random(in: 0...3_000, using: &random), by: 2))
    var list = BlockedList(model)
    for _ in 0..<3_000 {
      let value = Int.random(in: 0...4_000, using: &random)
      let index = list.count { $0 < value }
      #expect(index == model.firstIndex { $0 >= value } ?? model.count)
      if index < model.count, model[index] == value || random.chance(40) {
        model.remove(at: index)
        list.remove(at: index)
      } else {
        model.insert(value, at: index)
        list.insert(value, at: index)
      }
    }
    #expect(list.all == model && list.count == model.count)
    #expect(model.indices.allSatisfy { list[$0] == model[$0] } && list[model.count] == nil && list[-1] == nil)
  }
}
