#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A proxy and how to speak to it.
struct ProxyAddress: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// HTTP's `CONNECT`, with a user name and password where the proxy wants them.
    case http(user: String, password: Secret)
    case anonymousHTTP
    case socks5
  }

  let kind: Kind
  let host: String
  let port: Int

  init(_ text: String) throws(ConfigurationError) {
    let whole = text.contains("://") ? text : "http://" + text
    guard let parts = URLComponents(string: whole), let host = parts.host, !host.isEmpty,
      (1...65_535).contains(parts.port ?? 1)
    else { throw ConfigurationError(field: .proxy, problem: .notAURL) }
    self.host = host.withoutBrackets
    switch parts.scheme?.lowercased() {
    case "http":
      port = parts.port ?? 80
      if let user = parts.user {
        kind = .http(user: user, password: Secret(parts.password ?? ""))
      } else {
        kind = .anonymousHTTP
      }
    case "socks5", "socks5h":
      guard parts.user == nil else { throw ConfigurationError(field: .proxy, problem: .holdsCredentials) }
      port = parts.port ?? 1_080
      kind = .socks5
    case let other:
      throw ConfigurationError(field: .proxy, problem: .unsupportedScheme(other ?? ""))
    }
  }

  /// Where it is, without the password.
  var place: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
