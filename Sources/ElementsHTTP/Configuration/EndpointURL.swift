import NIOCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A URL that calls may be sent to: `https`, or `http` where the host is this machine.
public struct EndpointURL: Hashable, Sendable {
  public let isSecure: Bool
  /// Without the brackets of an IPv6 address.
  public let host: String
  /// Nil for the scheme's own.
  public let port: Int?
  /// Percent-encoded; empty or starting with a slash, and not ending with one.
  public let path: String

  init(secureHost: String, path: String = "") {
    self.init(isSecure: true, host: secureHost, port: nil, path: path)
  }

  private init(isSecure: Bool, host: String, port: Int?, path: String) {
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.path = path
  }

  /// Reads `https://host[:port][/path][/]`; `field` names the setting in the error.
  public init(_ text: String, for field: ConfigurationError.Field) throws(ConfigurationError) {
    func refused(_ problem: ConfigurationError.Problem) -> ConfigurationError {
      ConfigurationError(field: field, problem: problem)
    }
    guard !text.isEmpty else { throw refused(.empty) }
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), let host = parts.host,
      !host.isEmpty, (1...65_535).contains(parts.port ?? 1)
    else { throw refused(.notAURL) }
    guard scheme == "https" || scheme == "http" else { throw refused(.unsupportedScheme(scheme)) }
    guard parts.user == nil, parts.password == nil else { throw refused(.holdsCredentials) }
    guard parts.query == nil, parts.fragment == nil else { throw refused(.holdsQuery) }
    isSecure = scheme == "https"
    self.host = host.withoutBrackets
    port = parts.port
    path = parts.percentEncodedPath.withoutTrailingSlashes
    guard isSecure || isLoopback else { throw refused(.plainHTTP(host: self.host)) }
  }

  /// Whether the host is this machine: `localhost`, 127.0.0.0/8 or ::1.
  public var isLoopback: Bool {
    if host.lowercased() == "localhost" { return true }
    guard let address = try? SocketAddress(ipAddress: host, port: 0) else { return false }
    return host.hasPrefix("127.") || address == (try? SocketAddress(ipAddress: "::1", port: 0))
  }

  /// Scheme, host and port, as in `https://graph.example.com:8443`.
  var origin: String {
    let scheme = isSecure ? "https" : "http"
    let shown = host.contains(":") ? "[\(host)]" : host
    return "\(scheme)://\(shown)\(port.map { ":\($0)" } ?? "")"
  }

  /// The same host and port, without a path.
  var root: EndpointURL { EndpointURL(isSecure: isSecure, host: host, port: port, path: "") }

  var effectivePort: Int { port ?? (isSecure ? 443 : 80) }
}

extension EndpointURL: CustomStringConvertible {
  public var description: String { origin + path }
}

extension String {
  var withoutBrackets: String {
    hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
  }

  fileprivate var withoutTrailingSlashes: String {
    var text = self
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
