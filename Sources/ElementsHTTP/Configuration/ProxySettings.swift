/// Which proxy leads to which host, as `HTTPS_PROXY` and `NO_PROXY` say it.
public struct ProxySettings: Hashable, Sendable {
  /// Straight to every host.
  public static let none = ProxySettings()

  let proxy: ProxyAddress?
  private let exceptions: [ProxyException]

  private init() {
    proxy = nil
    exceptions = []
  }

  /// Reads both settings; a missing or empty `httpsProxy` means no proxy.
  ///
  /// `httpsProxy` is `[http://][user:password@]host[:port]` or `socks5://host[:port]`. `noProxy` is a list of host
  /// names, each of which also stands for the names below it, with an optional port; `*` stands for all.
  public init(httpsProxy: String?, noProxy: String?) throws(ConfigurationError) {
    if let httpsProxy, !httpsProxy.isEmpty { proxy = try ProxyAddress(httpsProxy) } else { proxy = nil }
    exceptions = (noProxy ?? "").split { $0 == "," || $0.isWhitespace }.map { ProxyException(String($0)) }
  }

  /// The proxy that leads to `url`; nil to connect straight, which is always so for this machine.
  func route(to url: EndpointURL) -> ProxyAddress? {
    guard let proxy, !url.isLoopback else { return nil }
    return exceptions.contains { $0.holds(for: url) } ? nil : proxy
  }
}

/// One entry of `NO_PROXY`.
private struct ProxyException: Hashable, Sendable {
  private let name: String
  private let port: Int?

  init(_ text: String) {
    var rest = text.lowercased()
    var port: Int?
    // A lone colon separates a port; more of them are an IPv6 address.
    if rest.filter({ $0 == ":" }).count == 1, let colon = rest.firstIndex(of: ":"),
      let number = Int(rest[rest.index(after: colon)...])
    {
      port = number
      rest = String(rest[..<colon])
    }
    if rest.hasPrefix("*.") { rest.removeFirst() }
    name = rest.hasPrefix(".") ? String(rest.dropFirst()) : rest.withoutBrackets
    self.port = port
  }

  func holds(for url: EndpointURL) -> Bool {
    if name == "*" { return true }
    guard !name.isEmpty, port == nil || port == url.effectivePort else { return false }
    let host = url.host.lowercased()
    return host == name || host.hasSuffix("." + name)
  }
}
