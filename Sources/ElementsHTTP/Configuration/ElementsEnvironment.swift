/// The vendor's clouds, each with its own API and identity server. The raw value is the name in settings.
///
/// Hosts after the vendor's page on using the API.
public enum ElementsEnvironment: String, CaseIterable, Sendable {
  case commercial
  case government
  case aos2
  case fedramp

  public var apiURL: EndpointURL {
    switch self {
    case .commercial: EndpointURL(secureHost: "graph.avepointonlineservices.com")
    case .government: EndpointURL(secureHost: "graph-gov.avepointonlineservices.com")
    case .aos2: EndpointURL(secureHost: "graph-aos2.avepointonlineservices.com")
    case .fedramp: EndpointURL(secureHost: "graphusgovapi.online15.net")
    }
  }

  public var tokenURL: EndpointURL {
    switch self {
    case .commercial: EndpointURL(secureHost: "identity.avepointonlineservices.com", path: "/connect/token")
    case .government: EndpointURL(secureHost: "identity-gov.avepointonlineservices.com", path: "/connect/token")
    case .aos2: EndpointURL(secureHost: "identity-aos2.avepointonlineservices.com", path: "/connect/token")
    case .fedramp: EndpointURL(secureHost: "identity.online15.net", path: "/connect/token")
    }
  }
}
