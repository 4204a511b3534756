import Elements
import ElementsSandbox
import SignInAnalysis
import Testing

/// The rules find every planted story, and make no more of the near misses than they are worth.
struct StorySignalTests {
  @Test(arguments: [("2026-03-04T13:20:00Z", UInt64(1)), ("2026-03-08T03:00:00Z", 7)])
  func `Every story has the signal that is expected, every near miss is silent, low or quiet`(
    now: String, seed: UInt64
  ) {
    var configuration = SandboxConfiguration.onWednesday(signIns: nil, customers: 40)
    configuration.now = Timestamp(iso8601: now)
    configuration.seed = seed
    configuration.lateRisk = .seconds(60)
    let world = JudgedWorld(configuration)
    for story in world.stories {
      let signals = world.signals(of: story)
      #expect(
        StorySignalTests.isMet(story.expectation, by: signals),
        "\(story.tenant.name), \(story.rule.rawValue): \(story.title); found \(signals)")
    }
    #expect(Set(world.stories.map(\.rule)) == Set(StoryRule.allCases))
  }

  private static func isMet(_ expectation: StoryExpectation, by signals: [Signal]) -> Bool {
    let loud = signals.filter { !$0.isQuiet }
    switch expectation {
    case .signal(let severity):
      return loud.contains { own($0) == severity.rawValue } && loud.allSatisfy { own($0) <= severity.rawValue }
    case .atMost(let severity, _): return loud.allSatisfy { $0.severity.rawValue <= severity.rawValue }
    case .quiet: return loud.isEmpty && !signals.isEmpty
    case .silent: return signals.isEmpty
    }
  }

  /// As if no rule of another family had confirmed it.
  private static func own(_ signal: Signal) -> Int {
    signal.confirmedBy.isEmpty ? Int(signal.severity.rawValue) : Int(SignalSeverity.medium.rawValue)
  }
}
