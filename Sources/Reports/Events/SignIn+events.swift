import Elements

/// Fields as the schemas' types want them.
extension SignIn {
  /// The address, where the text is one; one with a port or with an end that is blacked out is none.
  var plainAddress: String? { ip.flatMap { IPAddress(Substring($0)) == nil ? nil : $0 } }

  /// The country's two letters in capitals; nil where the server gave a name or nothing.
  var countryCode: String? {
    guard let country, country.utf8.count == 2, country.utf8.allSatisfy({ 0x61...0x7A ~= $0 | 0x20 }) else {
      return nil
    }
    return country.uppercased()
  }

  /// What is behind the last `@` of the principal name; nil where that is no address.
  var userDomain: String? {
    guard let name = userPrincipalName, let at = name.lastIndex(of: "@"), at > name.startIndex else { return nil }
    return String(name[name.index(after: at)...]).ifNotEmpty
  }
}
