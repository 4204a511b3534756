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
  /// names, each of which also stands for the names below it, and of addresses, both with an optional port, and of
  /// networks such as `10.0.0.0/8` or `fd00::/8`; `*` stands for all. No name is resolved to find out whether it is in
  /// a network.
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
