import CommandLine
import Elements
import ElementsHTTP
import Settings
import ViewModels

/// Checks names, connections, TLS and the clock.
@MainActor
struct ConnectionExamination {
  /// In seconds. With a larger difference identity servers usually refuse a token.
  private static let tolerableSkew: Int64 = 60

  private let endpoints: [EndpointURL]
  private let diagnosis: Diagnosis

  init(_ account: Account) {
    let (token, api) = (account.configuration.tokenURL, account.configuration.apiURL)
    let isSame = token.host == api.host && token.port == api.port
    endpoints = isSame ? [api] : [token, api]
    diagnosis = Diagnosis(account.configuration)
  }

  func end() async {
    await diagnosis.shutdown()
  }

  /// - Returns: whether all endpoints can be reached.
  func run(_ examination: Examination) async -> Bool {
    var isReachable = true
    for endpoint in endpoints {
      if await lookUp(endpoint, examination) {
        if await !connect(to: endpoint, examination) { isReachable = false }
      } else {
        isReachable = false
        examination.skip(["connection"])
      }
    }
    return isReachable
  }

  /// A proxy looks up the host's name itself, so only the proxy's is looked up here.
  private func lookUp(_ endpoint: EndpointURL, _ examination: Examination) async -> Bool {
    let host: String
    switch diagnosis.route(to: endpoint) {
    case .straight: host = endpoint.host
    case .proxy(let proxy, _): host = proxy
    }
    do throws(ElementsError.Reason) {
      let addresses = try await diagnosis.addresses(of: host)
      examination.add(.ok("names", "\(host) resolves to \(addresses.prefix(3).joined(separator: ", "))"))
      return true
    } catch {
      let remedy = "check the name, /etc/resolv.conf, and whether a proxy is needed (HTTPS_PROXY)"
      examination.add(.failed("names", error.words, remedy, .unavailable))
      return false
    }
  }

  private func connect(to endpoint: EndpointURL, _ examination: Examination) async -> Bool {
    do throws(ElementsError.Reason) {
      let contact = try await diagnosis.reach(endpoint)
      examination.add(.ok("connection", "\(endpoint.host) answers \(way(to: endpoint))"))
      tellClock(contact, endpoint, examination)
      return true
    } catch {
      let remedy = "check the network and its firewall, the proxy (HTTPS_PROXY, NO_PROXY) and ca_file"
      examination.add(.failed("connection", error.words, remedy, .unavailable))
      return false
    }
  }

  private func way(to endpoint: EndpointURL) -> String {
    let security = endpoint.isSecure ? "over TLS with a trusted certificate" : "over plain http"
    switch diagnosis.route(to: endpoint) {
    case .straight: return security
    case .proxy(let host, let port): return "\(security), through the proxy \(host):\(port)"
    }
  }

  private func tellClock(_ contact: Contact, _ endpoint: EndpointURL, _ examination: Examination) {
    guard let skew = contact.clockSkew else { return }
    guard abs(skew) > Self.tolerableSkew else {
      examination.add(.ok("clock", "this machine's clock agrees with that of \(endpoint.host)"))
      return
    }
    let direction = skew > 0 ? "behind" : "ahead of"
    examination.add(
      .advice(
        "clock", "this machine's clock is \(Int(abs(skew)).grouped) s \(direction) that of \(endpoint.host)",
        "set it, for example: timedatectl set-ntp true"))
  }
}

extension ElementsError.Reason {
  /// What happened. Contains foreign text.
  fileprivate var words: String { ElementsError(call: .token, reason: self).happening }
}
