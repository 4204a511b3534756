import ElementsSandbox
import Testing

struct FaultTests {
  @Test(arguments: [
    ("429", Fault(kind: .tooManyRequests, share: 0.1)), ("503:0.5", Fault(kind: .unavailable, share: 0.5)),
    ("reset:1", Fault(kind: .reset, share: 1)),
  ])
  func `A fault is read from its kind and share`(text: String, expected: Fault) {
    #expect(Fault(text) == expected)
  }

  @Test(arguments: ["", "500", "429:", "429:2", "429:-0.1", "429:nan", "429:0.1:1", ":0.5"])
  func `What is no fault is refused`(text: String) {
    #expect(Fault(text) == nil)
  }
}
