import Elements
import ElementsSandbox
import Testing

struct LateRiskTests {
  private func tenant(lateRisk: Duration?) throws -> (SyntheticTenant, PlantedStory) {
    var configuration = SandboxConfiguration.onWednesday(signIns: nil)
    configuration.lateRisk = lateRisk
    let world = SyntheticWorld(configuration)
    let story = try #require(world.stories.first { $0.rule == .lateRisk && !$0.expectation.isNearMiss })
    return (try #require(world.tenant(story.reference)), story)
  }

  private func rows(_ tenant: SyntheticTenant, _ scope: SignInScope = .all) -> [SignIn] {
    tenant.signIns(scope, at: 0..<tenant.initialSignIns, of: tenant.initialSignIns).map(\.signIn)
  }

  @Test func `A flag turns after its time, in both lists, and no other`() throws {
    let (tenant, story) = try tenant(lateRisk: .seconds(300))
    let before = rows(tenant.judged(after: .seconds(299)))
    let later = tenant.judged(after: .seconds(300))
    let changed = zip(before, rows(later)).filter { $0 != $1 }
    #expect(changed.map(\.0.id) == story.signInIDs)
    #expect(changed.map(\.0.isRisk) == [false] && changed.map(\.1.isRisk) == [true])
    #expect(rows(later, .risky) == rows(later).filter { $0.isRisk == true })
    #expect(later.count(.risky, of: later.initialSignIns) == tenant.count(.risky, of: tenant.initialSignIns) + 1)
  }

  @Test func `Without a time no flag ever turns`() throws {
    let (tenant, _) = try tenant(lateRisk: nil)
    #expect(rows(tenant.judged(after: .seconds(1_000_000))) == rows(tenant))
  }
}
