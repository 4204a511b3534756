import ElementsSandbox
import Testing

struct ReproducibilityTests {
  private let faults = Faults([
    .throttled: 0.1, .serverError: 0.2, .html: 0.1, .short: 0.1, .bom: 0.2, .shift: 0.5, .repeated: 0.3, .small: 0.5,
    .unsorted: 0.5, .dirty: 0.5, .unreadable: 0.2, .forbidden: 0.2, .missing: 0.2, .expire: 0.02,
  ])

  private func texts(_ change: (inout SandboxConfiguration) -> Void = { _ in }) async throws -> [String] {
    var configuration = SandboxConfiguration.onWednesday(signIns: 100, faults: faults)
    change(&configuration)
    return try await withSandbox(configuration) { [configuration] client in
      let client = try await client.authorized()
      var texts: [String] = []
      for number in 0..<40 {
        let answer = try await client.get(path("signins?pageSize=20&pageIndex=\(1 + number % 4)", configuration))
        texts.append("\(answer.status) \(answer.text)")
      }
      return texts
    }
  }

  @Test func `The same calls in the same order meet the same faults`() async throws {
    #expect(try await texts() == texts())
  }

  @Test func `Another seed of faults makes others, over the same data`() async throws {
    #expect(try await texts() != texts { $0.faultSeed = 7 })
    #expect(try await texts { $0.faultSeed = 7 } == texts { $0.faultSeed = 7 })
  }
}
