/// The network addresses of a tenant and its people, all from ranges that belong to nobody:
/// documentation (RFC 5737, RFC 3849), benchmarks (198.18.0.0/15, RFC 2544) and carriers' inner networks
/// (100.64.0.0/10, RFC 6598).
struct TenantAddresses: Sendable {
  let hash: Hash

  /// The one through which the whole office goes out.
  var office: String {
    let own = hash[.place]
    return own[.city].below(2) == 0 ? "192.0.2.\(1 + own.below(254))" : "198.51.100.\(1 + own.below(254))"
  }

  /// The one that the office has after a move, in the other of the two networks.
  var nextOffice: String {
    office.hasPrefix("192.") ? "198.51.100.254" : "192.0.2.254"
  }

  /// One for each user, a quarter of them IPv6.
  func home(ofUser user: Int) -> String {
    let own = hash[.address][user]
    return own[.place].below(4) == 0 ? version6(own) : "198.18.\(octets(own))"
  }

  /// A new one every time, as telephones get them.
  func mobile(_ draw: Hash) -> String {
    "100.\(64 + draw[.city].below(64)).\(octets(draw))"
  }

  /// One that nobody has used before.
  func stranger(_ draw: Hash) -> String {
    draw[.place].below(2) == 0 ? version6(draw) : "198.19.\(octets(draw))"
  }

  private func octets(_ draw: Hash) -> String {
    "\(draw[.address].below(256)).\(1 + draw[.user].below(254))"
  }

  /// In the short form of RFC 5952: no zeros in front, and no group that is 0.
  private func version6(_ draw: Hash) -> String {
    let groups = (0..<3).map { String(1 + draw[$0].below(0xFFFF), radix: 16) }
    return "2001:db8:\(groups[0]):\(groups[1])::\(groups[2])"
  }
}
