import Elements
import Testing

@testable import Settings

struct ConfigurationFileTests {
  private func read(_ text: String) throws(ConfigurationFileError) -> ConfigurationFile {
    try ConfigurationFile(text: text, path: "/etc/config.toml")
  }

  private func refusal(of text: String) -> String? {
    do throws(ConfigurationFileError) {
      _ = try read(text)
      return nil
    } catch {
      return error.sentence(path: "/etc/config.toml")
    }
  }

  @Test func `Profiles hold their settings, and the top of the file those of all`() throws {
    let file = try read(
      """
      profile = "msp"
      time_zone = "local"
      [profiles.msp]
      client_id = "abc"
      scopes = ["one", "two"]
      limits = { requests = 4 }
      [profiles.msp.thresholds]
      risky_actions = 10
      [profiles."Contoso Ltd"]
      environment = "Government"
      """)
    #expect(file.defaultProfile == "msp" && file.general == [.timeZone: .text("local")])
    #expect(
      file[profile: "msp"]?.values == [
        .clientID: .text("abc"), .scopes: .texts(["one", "two"]), .requests: .number(4), .riskyActions: .number(10),
      ])
    #expect(file[profile: "Contoso Ltd"]?.values == [.environment: .text("government")])
  }

  @Test func `Listed tenants become customers, each once, in the order of the file`() throws {
    let file = try read(
      """
      [[profiles.msp.tenants]]
      customer_id = "c2"
      customer = "Fabrikam"
      tenant_id = "t3"
      tenant = "fabrikam.com"
      [[profiles.msp.tenants]]
      customer_id = "c1"
      tenant_id = "t1"
      [[profiles.msp.tenants]]
      customer_id = "c2"
      tenant_id = "t2"
      """)
    let customers = try #require(file[profile: "msp"]).customers
    #expect(customers.map(\.organization) == ["Fabrikam", "c1"])
    #expect(customers.map { $0.tenants.map(\.id) } == [["t3", "t2"], ["t1"]])
    #expect(customers[0].tenants.map(\.name) == ["fabrikam.com", "t2"])
  }

  @Test func `Bad syntax is named by line and column`() throws {
    let sentence = try #require(refusal(of: "profile = \"a\"\n[profiles.a]\nclient_id = = \"x\"\n"))
    #expect(sentence.hasPrefix("/etc/config.toml:3:13: "))
    #expect(!sentence.contains("\n"))
  }

  @Test(
    arguments: [
      ("client_idd = \"x\"", "unknown setting client_idd; did you mean client_id?"),
      (
        "[profiles.a]\nclient_secrt = \"hunter2\"",
        "unknown setting profiles.a.client_secrt; did you mean client_secret"
      ),
      ("[profiles.a]\nlimits.request = 3", "unknown setting profiles.a.limits.request; did you mean limits.requests"),
      ("[profile.a]", "profile must be the name of a profile, but is a table"),
      ("profiles = 3", "profiles must be tables such as [profiles.msp], but is the number"),
      ("[profiles]\na = 3", "profiles.a must be a table [profiles.a], but is the number"),
      ("client_id = 7", "client_id must be a text, but is the number"),
      ("client_id = \"\"", "client_id must be a text, but is an empty text"),
      ("client_id = true", "client_id must be a text, but is true or false"),
      ("client_id = 2026-11-21", "client_id must be a text, but is a date"),
      ("limits.tries = \"3\"", "limits.tries must be a whole number from 1 to 10, but is another text"),
      ("limits.tries = 11", "limits.tries must be a whole number from 1 to 10, but is the number"),
      ("limits = 3", "unknown setting limits"),
      ("scopes = [\"a\", 1]", "scopes must be a list of texts, but is a list"),
      ("time_zone = \"CET\"", "time_zone must be one of \"utc\", \"local\", but is another text"),
      ("[[profiles.a.tenants]]\ntenant_id = \"t\"", "profiles.a.tenants[1].customer_id is missing"),
      (
        "[[profiles.a.tenants]]\ntennant_id = \"t\"",
        "unknown setting profiles.a.tenants[1].tennant_id; did you mean tenant_id"
      ),
      ("profiles.a.tenants = 1", "profiles.a.tenants must be tables [[profiles.a.tenants]], but is the number"),
    ])
  func `What can't be used is refused with its dotted key`(text: String, expected: String) throws {
    let sentence = try #require(refusal(of: text))
    #expect(sentence.hasPrefix("/etc/config.toml: \(expected)"))
    #expect(!sentence.contains("hunter2"), "a value may be a secret")
  }

  @Test(arguments: ["plain", "with \"quotes\" and \\backslashes\\", "tab\tbell\u{7}", "Zoë 🔑", "'''"])
  func `A first configuration can be read, and holds what was answered`(secret: String) throws {
    let answers = FirstAnswers(
      profile: "my-msp", environment: "aos2", clientID: "id \"1\"", certificate: nil, secret: secret)
    let file = try read(FirstConfiguration(answers).text)
    #expect(file.defaultProfile == "my-msp")
    #expect(
      file[profile: "my-msp"]?.values == [
        .environment: .text("aos2"), .clientID: .text("id \"1\""), .clientSecret: .text(secret),
      ])
  }

  @Test func `Every line of a first configuration that is commented out can be put in`() throws {
    let answers = FirstAnswers(
      profile: "p", environment: "commercial", clientID: "id", certificate: "/a.pfx", secret: "")
    let lines = FirstConfiguration(answers).text.split(separator: "\n").map(String.init)
    let settings = lines.map { line in
      let isSetting = line.hasPrefix("# ") && (line.contains(" = ") || line.hasPrefix("# ["))
      return isSetting ? String(line.dropFirst(2)) : line
    }
    let file = try read(settings.joined(separator: "\n"))
    let profile = try #require(file[profile: "p"])
    let named = Set(profile.values.keys).union(file.general.keys)
    #expect(named == Set(Setting.all), "each setting is explained there")
    #expect(profile.customers.count == 1)
    #expect(profile.described.map(\.groups) == [["gold"]])
  }
}
