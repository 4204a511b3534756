import Settings
import SignInStore
import Testing

struct DefaultsTests {
  @Test func `The setting for kept rows has the default of what keeps them`() {
    #expect(Setting.defaultRows == Fleet.usualLimit)
    #expect(Setting.defaultLookBackCalls == CallBudget.usual)
  }
}
