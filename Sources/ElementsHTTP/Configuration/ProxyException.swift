import Elements

/// One entry of `NO_PROXY`.
enum ProxyException: Hashable, Sendable {
  case everything
  case network(IPNetwork)
  /// A host with all that are below it; on any port where that is nil.
  case host(String, port: Int?)

  init(_ text: String) {
    let text = text.lowercased()
    if text == "*" {
      self = .everything
    } else if let network = Self.network(text) {
      self = .network(network)
    } else {
      let (name, port) = Self.split(text)
      let bare = name.hasPrefix("*.") ? name.dropFirst(2) : name.hasPrefix(".") ? name.dropFirst() : name[...]
      self = .host(String(bare).withoutBrackets, port: port)
    }
  }

  private static func network(_ text: String) -> IPNetwork? {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    return IPNetwork(cidr: String(text[..<slash]).withoutBrackets + text[slash...])
  }

  /// A lone colon, or one behind brackets, separates a port; any others belong to an IPv6 address.
  private static func split(_ text: String) -> (name: String, port: Int?) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]) else {
      return (text, nil)
    }
    let name = String(text[..<colon])
    return name.hasSuffix("]") || !name.contains(":") ? (name, port) : (text, nil)
  }

  func holds(for url: EndpointURL) -> Bool {
    let host = url.host.lowercased()
    switch self {
    case .everything: return true
    case .network(let network): return IPAddress(host[...]).map(network.contains) ?? false
    case .host("", _): return false
    case .host(let name, let port):
      guard port == nil || port == url.effectivePort else { return false }
      // What is below a host is a matter of names.
      if let address = IPAddress(host[...]) { return IPAddress(name[...]) == address }
      return host == name || host.hasSuffix("." + name)
    }
  }
}
