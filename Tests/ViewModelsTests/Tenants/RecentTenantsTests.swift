import Elements
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct RecentTenantsTests {
  @MainActor
  final class Kept {
    var tenants: [TenantReference] = []
  }

  @Test func `Tenants that were opened are offered, the last first, without the open one`() async throws {
    let api = FakeElements()
    api.change { $0.customers = (0..<4).map { Customer.numbered($0) } }
    let (changes, kept) = (Changes(), Kept())
    let recent = RecentTenants([.numbered(3), .numbered(9)]) { tenant in
      kept.tenants.append(tenant)
      return nil
    }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (0, "UTC") },
      preferences: TenantPreferences(recent: recent), now: { .testNow }, pause: { _ in },
      onChange: { changes.happened() })
    await changes.until { model.picker.rowCount == 4 }
    model.perform(.openTenant)
    let first = try #require(kept.tenants.first)
    model.perform(.recentTenants)
    guard case .choice(let choice) = model.navigator.top else { return #expect(Bool(false), "a menu is open") }
    #expect(choice.items.count == (first == .numbered(3) ? 0 : 1), "one that the server does not list is left out")
    model.perform(.choose)
    #expect(kept.tenants == [first, .numbered(3)])
    model.perform(.palette)
    for character in "tenant1" { model.edit(.insert(String(character))) }
    guard case .palette(let palette) = model.navigator.top else { return #expect(Bool(false), "the palette is open") }
    #expect(
      palette.matches.contains { if case .tenant(let tenant) = $0 { tenant.reference == .numbered(1) } else { false } })
    model.close()
  }
}
