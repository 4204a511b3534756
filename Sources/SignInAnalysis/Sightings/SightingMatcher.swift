import Elements

/// Finds a subject's sign-ins: each distinct address or user is decided once for all tables of a fleet, and rows
/// compare numbers.
public struct SightingMatcher: Sendable {
  private let target: Target
  /// By the number of an address or a user.
  private var decisions: [Bool] = []

  public init(_ subject: SightingSubject) {
    target = Target(subject)
  }

  /// The rows among some of a table that are the subject's, upwards.
  public mutating func matches(among rows: Range<RowNumber>, in snapshot: SignInSnapshot) -> [RowNumber] {
    learn(snapshot)
    guard decisions.contains(true) else { return [] }
    var matches: [RowNumber] = []
    let size = RowNumber(SignInChunk.size)
    var start = rows.lowerBound
    while start < min(rows.upperBound, RowNumber(snapshot.count)) {
      let first = start / size * size
      let end = min(rows.upperBound, first + size, RowNumber(snapshot.count))
      let chunk = snapshot.chunks[Int(first / size)]
      let numbers = target.isUser ? chunk.users : chunk.addresses
      for row in start..<end where decisions[Int(numbers[Int(row - first)])] { matches.append(row) }
      start = end
    }
    return matches
  }

  private mutating func learn(_ snapshot: SignInSnapshot) {
    let count = target.isUser ? snapshot.users.count : snapshot.addresses.count
    guard decisions.count < count else { return }
    for number in decisions.count..<count { decisions.append(target.isSubject(UInt32(number), in: snapshot)) }
  }
}

/// A subject made ready for comparing.
private enum Target: Sendable {
  case address(String, IPNetwork?)
  case network(IPNetwork)
  case user(String)

  init(_ subject: SightingSubject) {
    self =
      switch subject {
      case .address(let text): .address(text, IPNetwork(address: text))
      case .network(let network): .network(network)
      case .user(let name): .user(Self.account(name))
      }
  }

  var isUser: Bool {
    if case .user = self { true } else { false }
  }

  func isSubject(_ number: UInt32, in snapshot: SignInSnapshot) -> Bool {
    switch self {
    case .user(let account): return snapshot.users[number].principalName.map(Self.account) == account
    case .address(let text, let address):
      if let bits = snapshot.addresses.ipv4(number) { return address?.isOnly(bits) ?? false }
      guard let other = snapshot.addresses[number] else { return false }
      return other == text || address != nil && IPNetwork(address: other) == address
    case .network(let network):
      if let bits = snapshot.addresses.ipv4(number) { return network.holds(bits) }
      return snapshot.addresses[number].flatMap(IPNetwork.init(address:)).map(network.contains) ?? false
    }
  }

  private static func account(_ name: String) -> String {
    GuestName.homeAccount(of: name) ?? name.lowercased()
  }
}

extension IPNetwork {
  fileprivate func isOnly(_ bits: UInt32) -> Bool { prefixLength == 128 && holds(bits) }

  /// Whether an IPv4 address is in it.
  fileprivate func holds(_ bits: UInt32) -> Bool {
    guard base.isIPv4, prefixLength >= 96 else { return false }
    return prefixLength == 96 || (UInt32(truncatingIfNeeded: base.low) ^ bits) >> UInt32(128 - prefixLength) == 0
  }
}
