import Elements

/// Whose sign-ins are looked for in all tenants.
public enum SightingSubject: Hashable, Sendable {
  /// An address as it was sent; other spellings of it are the same.
  case address(String)
  /// All addresses of a network.
  case network(IPNetwork)
  /// A principal name, in any case. A guest is the same user as its home account.
  case user(String)

  /// The /64 of an IPv6 address, which is what one line or one machine has; nil for any other address.
  public static func network(around address: String) -> SightingSubject? {
    guard let network = IPNetwork(address: address), network.prefixLength == 128, !network.base.isIPv4 else {
      return nil
    }
    return .network(IPNetwork(network.base, prefixLength: 64))
  }
}

/// The principal names of guests.
public enum GuestName {
  private static let mark = "#ext#@"

  /// `user@home.com` for `user_home.com#EXT#@tenant.onmicrosoft.com`, in lower case; nil for a name that is no guest's,
  /// or of which the home account is not certain. A domain's name has no underscore, so the last one stands for `@`.
  public static func homeAccount(of principalName: String) -> String? {
    let name = principalName.lowercased()
    guard let mark = firstRange(of: mark, in: name) else { return nil }
    let guest = name[..<mark.lowerBound]
    guard let separator = guest.lastIndex(of: "_") else { return nil }
    let (user, domain) = (guest[..<separator], guest[guest.index(after: separator)...])
    guard !user.isEmpty, isDomain(domain) else { return nil }
    return "\(user)@\(domain)"
  }

  private static func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && label.unicodeScalars.allSatisfy { $0 == "-" || $0.properties.isAlphabetic || isDigit($0) }
      }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func firstRange(of part: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while let hash = text[start...].firstIndex(of: "#") {
      if text[hash...].hasPrefix(part) { return hash..<text.index(hash, offsetBy: part.count) }
      start = text.index(after: hash)
    }
    return nil
  }
}
