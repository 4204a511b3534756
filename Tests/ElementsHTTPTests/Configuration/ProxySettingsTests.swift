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

  @Test(arguments: [
    ("10.0.0.0/8", "10.200.3.4", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.1.2.3/8", "10.9.9.9", true),
    ("192.0.2.128/25", "192.0.2.127", false), ("192.0.2.128/25", "192.0.2.128", true),
    ("203.0.113.7/32", "203.0.113.7", true), ("203.0.113.7/32", "203.0.113.6", false),
    ("0.0.0.0/0", "198.51.100.1", true), ("0.0.0.0/0", "[2001:db8::1]", false),
    ("fd00::/8", "[fdab::1]", true), ("fd00::/8", "[fe80::1]", false), ("2001:db8::/33", "[2001:db8:8000::1]", false),
    ("[2001:db8::]/32", "[2001:db8:ffff::1]", true), ("10.0.0.0/8", "ten.example", false),
    ("10.0.0.0/33", "10.0.0.1", false), ("10.0.0.0/", "10.0.0.1", false), ("10.0.0.0/-1", "10.0.0.1", false),
    ("203.0.113.7", "203.0.113.7", true), ("0.113.7", "203.0.113.7", false), ("2001:DB8::7", "[2001:db8:0::7]", true),
    ("[2001:db8::7]:443", "[2001:db8::7]", true), ("[2001:db8::7]:80", "[2001:db8::7]", false),
    ("203.0.113.7:443", "203.0.113.7", true),
  ])
  func noProxyNamesAddressesAndNetworks(exceptions: String, host: String, isDirect: Bool) throws {
    let settings = try ProxySettings(httpsProxy: "proxy.example:3128", noProxy: "other.example, " + exceptions)
    #expect((settings.route(to: try EndpointURL("https://\(host)/", for: .apiURL)) == nil) == isDirect)
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
