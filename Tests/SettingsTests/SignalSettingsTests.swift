import Elements
import SignInAnalysis
import Testing

@testable import Settings

struct SignalSettingsTests {
  private func settings(_ text: String) throws -> SignalSettings {
    let file = try ConfigurationFile(text: text, path: "/etc/config.toml")
    var settings = SignalSettings()
    for threshold in file.generalSignals + (file[profile: "msp"]?.signals ?? []) { threshold.apply(to: &settings) }
    return settings
  }

  private func refusal(of text: String) -> String? {
    do throws(ConfigurationFileError) {
      _ = try ConfigurationFile(text: text, path: "/c")
      return nil
    } catch {
      return error.sentence(path: "/c")
    }
  }

  @Test func `Thresholds of a profile overrule those at the top, and others stay`() throws {
    let changed = try settings(
      """
      [signals.travel]
      kilometres = 300
      enabled = false
      [signals.odd-hour]
      enabled = true
      [profiles.msp.signals.travel]
      kilometres = 700
      """)
    var expected = SignalSettings()
    (expected.travel.kilometres, expected.travel.isEnabled, expected.oddHour.isEnabled) = (700, false, true)
    #expect(changed == expected)
  }

  @Test func `All numbers of all rules can be set`() throws {
    let numbers: [(SignalRule, String)] = [
      (.travel, "kilometres"), (.travel, "kilometres_per_hour"), (.travel, "quiet_kilometres"),
      (.twoCountries, "hours"), (.manyCountries, "countries"), (.manyCountries, "hours"), (.newCountry, "days"),
      (.newCountry, "sign_ins"), (.newCountry, "baseline_days"), (.sharedAddress, "users"), (.sharedAddress, "minutes"),
      (.sharedAddress, "baseline_days"), (.sharedAddress, "usual_percent"), (.crossTenant, "customers"),
      (.crossTenant, "medium_customers"), (.crossTenant, "hours"), (.taintedAddress, "users"),
      (.taintedAddress, "days"), (.steadyAccount, "networks"), (.steadyAccount, "sign_ins"),
      (.steadyAccount, "baseline_days"), (.steadyAccount, "hours"), (.dormant, "days"),
      (.silentTenant, "baseline_days"), (.silentTenant, "times"), (.oddHour, "sign_ins"), (.oddHour, "percent"),
      (.riskJump, "readings"), (.riskJump, "deviations"), (.riskJump, "actions"),
    ]
    let changed = try numbers.map { try settings("[signals.\($0.rawValue)]\n\($1) = 999999") }
    #expect(Set(changed + [SignalSettings()]).count == numbers.count + 1)
  }

  @Test(arguments: SignalRule.allCases) func `Each rule can be turned on and off alone`(rule: SignalRule) throws {
    let (on, off) = try (
      settings("[signals.\(rule.rawValue)]\nenabled = true"), settings("[signals.\(rule.rawValue)]\nenabled = false")
    )
    #expect(on != off && (on == SignalSettings() || off == SignalSettings()))
  }

  @Test(arguments: [
    ("[signals.travels]", "/c: unknown setting signals.travels; did you mean travel?"),
    (
      "[signals.dormant]\nzzzzzzzzzz = 5",
      "/c: unknown setting signals.dormant.zzzzzzzzzz; did you mean days or enabled?"
    ),
    (
      "[signals.steady-account]\nhous = 5",
      "/c: unknown setting signals.steady-account.hous; did you mean hours?"
    ),
    (
      "[signals.dormant]\ndays = 1000001",
      "/c: signals.dormant.days must be a whole number from 1 to 1,000,000, but is 1000001"
    ),
    (
      "[[networks]]\ncidr = \"203.0.113.XXX\"\nkind = \"vpn\"",
      "/c: networks[1].cidr must be a network such as 203.0.113.0/24, but is another text"
    ),
    (
      "[signals.travel]\nkilometres = 0",
      "/c: signals.travel.kilometres must be a whole number from 1 to 1,000,000, but is 0"
    ),
    ("[signals.dormant]\nenabled = 1", "/c: signals.dormant.enabled must be true or false, but is the number"),
    ("signals = 3", "/c: signals must be tables such as [signals.travel], but is the number"),
    ("[[networks]]\nkind = \"vpn\"", "/c: networks[1].cidr is missing"),
    ("[[networks]]\ncidr = \"10.0.0.0/8\"", "/c: networks[1].kind is missing"),
    (
      "[[networks]]\ncidr = \"10.0.0.0/99\"\nkind = \"vpn\"",
      "/c: networks[1].cidr must be a network such as 203.0.113.0/24, but is another text"
    ),
    (
      "[[networks]]\ncidr = \"10.0.0.0/8\"\nkind = \"home\"",
      "/c: networks[1].kind must be one of office, vpn, relay, mobile, hosting, known, but is another text"
    ),
  ])
  func `What can't be used is named with its place`(text: String, sentence: String) {
    #expect(refusal(of: text) == sentence)
  }

  @Test func `Networks have labels, those of a profile before those of all`() throws {
    let file = try ConfigurationFile(
      text: """
        [[networks]]
        cidr = "203.0.113.0/24"
        kind = "vpn"
        name = "exit"
        [[profiles.msp.networks]]
        cidr = "203.0.113.0/24"
        kind = "Office"
        """, path: "/c")
    let all = LabelledNetworks(file.generalNetworks + (file[profile: "msp"]?.networks ?? []))
    #expect(IPAddress("203.0.113.9").flatMap { all[$0] }?.kind == .office)
    #expect(IPAddress("203.0.114.9").flatMap { all[$0] } == nil && file.generalNetworks.first?.name == "exit")
  }
}
