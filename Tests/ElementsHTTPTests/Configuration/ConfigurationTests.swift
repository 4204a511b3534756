import Testing

@testable import ElementsHTTP

@Suite struct ConfigurationTests {
  @Test(arguments: [
    ("https://graph.example.com/", "https://graph.example.com"), ("https://h:8443/a/b//", "https://h:8443/a/b"),
    ("http://127.8.9.1:80", "http://127.8.9.1:80"), ("http://localhost/x%20y", "http://localhost/x%20y"),
    ("http://[::1]:8089", "http://[::1]:8089"), ("HTTPS://Example.com", "https://Example.com"),
  ])
  func aURLIsReadWithItsPrefix(text: String, shown: String) throws {
    #expect(try EndpointURL(text, for: .apiURL).description == shown)
  }

  @Test(arguments: [
    ("", ConfigurationError.Problem.empty), ("graph.example.com", .notAURL), ("https://", .notAURL),
    ("https://h:99999", .notAURL), ("ftp://h", .unsupportedScheme("ftp")),
    ("http://example.com", .plainHTTP(host: "example.com")), ("http://10.0.0.1", .plainHTTP(host: "10.0.0.1")),
    ("http://127.0.0.1.example.com", .plainHTTP(host: "127.0.0.1.example.com")),
    ("http://[::2]", .plainHTTP(host: "::2")),
    ("http://localhost.example.com", .plainHTTP(host: "localhost.example.com")),
    ("https://me:pw@h", .holdsCredentials), ("https://h?x=1", .holdsQuery), ("https://h/#x", .holdsQuery),
  ])
  func aURLThatCannotBeUsedIsRefused(text: String, problem: ConfigurationError.Problem) {
    #expect(throws: ConfigurationError(field: .tokenURL, problem: problem)) {
      try EndpointURL(text, for: .tokenURL)
    }
  }

  @Test func whatIsMissingIsNamed() throws {
    #expect(throws: ConfigurationError(field: .clientID, problem: .empty)) { try configuration(id: "") }
    #expect(throws: ConfigurationError(field: .clientSecret, problem: .empty)) { try configuration(secret: "") }
    #expect(throws: ConfigurationError(field: .scopes, problem: .empty)) { try configuration(scopes: []) }
    #expect(throws: ConfigurationError(field: .scopes, problem: .tooLong(limit: 300))) {
      try configuration(scopes: [String(repeating: "s", count: 301)])
    }
    #expect(throws: ConfigurationError(field: .caFile, problem: .unreadableFile(path: "/no/such/file"))) {
      try configuration(caFile: "/no/such/file")
    }
    #expect(throws: ConfigurationError(field: .caFile, problem: .noCertificate(path: #filePath))) {
      try configuration(caFile: #filePath)
    }
    #expect(throws: ConfigurationError(field: .caFile, problem: .unreadableFile(path: "/dev/null"))) {
      try configuration(caFile: "/dev/null")
    }
  }

  @Test func aSecretDoesNotShowInAnyDescription() throws {
    let configuration = try configuration(secret: "swordfish")
    var dumped = ""
    dump(configuration, to: &dumped)
    for text in [dumped, "\(configuration)", String(reflecting: configuration), "\(configuration.credential)"] {
      #expect(!text.contains("swordfish"))
    }
  }

  @Test func everyEnvironmentHasTwoHostsOfItsOwn() throws {
    let urls = ElementsEnvironment.allCases.flatMap { [$0.apiURL, $0.tokenURL] }
    #expect(Set(urls.map(\.host)).count == 2 * ElementsEnvironment.allCases.count)
    for url in urls { #expect(try EndpointURL(url.description, for: .apiURL) == url) }
  }

  private func configuration(
    id: String = "me", secret: String = "s", scopes: [String] = ElementsScope.all, caFile: String? = nil
  ) throws(ConfigurationError) -> ElementsConfiguration {
    try ElementsConfiguration(
      apiURL: ElementsEnvironment.commercial.apiURL, tokenURL: ElementsEnvironment.commercial.tokenURL, clientID: id,
      credential: .secret(Secret(secret)), scopes: scopes, caFile: caFile)
  }
}
