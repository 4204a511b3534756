import Foundation
import FuzzTargets
import Testing

/// Inputs that fuzzing found worth keeping, put through the same checks.
@Suite struct CorpusTests {
  @Test("every kept input keeps all promises", arguments: FuzzTarget.allCases)
  func replay(target: FuzzTarget) throws {
    let inputs = try Corpus.inputs(of: target)
    #expect(!inputs.isEmpty)
    for input in inputs {
      let broken = target.brokenPromises(on: input.bytes)
      #expect(broken == [], "\(target.rawValue)/\(input.name)")
    }
  }

  @Test("no input at all keeps all promises", arguments: FuzzTarget.allCases)
  func nothing(target: FuzzTarget) {
    #expect(target.brokenPromises(on: []) == [])
  }
}
