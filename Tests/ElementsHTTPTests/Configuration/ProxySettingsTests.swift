import Testing

@testable import ElementsHTTP

@Suite struct ProxySettingsTests {
  @Test(arguments: [
    ("http://proxy.example:3128", "proxy.example:3128"), ("proxy.example:3128/", "proxy.example:3128"),
    ("http://me:p%40ss@proxy.example:8080", "proxy.example:8080"), ("socks5://proxy.example", "proxy.example:1080"),
    ("http://proxy.example", "proxy.example:80"), ("http://[fd00::1]:3128", "[fd00::1]:3128"),
  ])
  func aProxyIsReadAndItsPasswordNotShown(text: String, place: String) throws {
    let settings = try ProxySettings(httpsProxy: text, noProxy: nil)
    #expect(settings.route(to: url)?.place == place)
    #expect(!"\(settings)".contains("p@ss"))
  }

  @Test func theProxysPasswordIsDecoded() throws {
    let proxy = try ProxySettings(httpsProxy: "http://me:p%40ss@proxy.example:8080", noProxy: nil).proxy
    #expect(proxy?.kind == .http(user: "me", password: Secret("p@ss")))
  }

  @Test(arguments: [
    ("ftp://proxy.example", ConfigurationError.Problem.unsupportedScheme("ftp")), ("http://", .notAURL),
    ("socks5://me:pw@proxy.example", .holdsCredentials),
  ])
  func aProxyThatCannotBeUsedIsRefused(text: String, problem: ConfigurationError.Problem) {
    #expect(throws: ConfigurationError(field: .proxy, problem: problem)) {
      try ProxySettings(httpsProxy: text, noProxy: nil)
    }
  }

  @Test(arguments: [
    ("graph.example.com", true), ("example.com", true), (".example.com", true), ("*.example.com", true), ("*", true),
    ("other, EXAMPLE.com", true), ("example.com:443", true), ("example.com:8443", false), ("ample.com", false),
    ("www.graph.example.com", false), ("", false), (",", false),
  ])
  func noProxyNamesHostsAndTheirDomains(exceptions: String, isDirect: Bool) throws {
    let settings = try ProxySettings(httpsProxy: "proxy.example:3128", noProxy: exceptions)
    #expect((settings.route(to: url) == nil) == isDirect)
  }

  @Test func thisMachineIsNeverReachedThroughAProxy() throws {
    let settings = try ProxySettings(httpsProxy: "proxy.example:3128", noProxy: nil)
    #expect(settings.route(to: try EndpointURL("http://127.0.0.1:8089", for: .apiURL)) == nil)
  }

  @Test(arguments: [nil, ""])
  func withoutASettingThereIsNoProxy(text: String?) throws {
    #expect(try ProxySettings(httpsProxy: text, noProxy: nil) == .none)
  }

  private let url = EndpointURL(secureHost: "graph.example.com")
}
