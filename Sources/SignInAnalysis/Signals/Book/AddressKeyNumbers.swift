import Elements

/// Address keys by numbers, about 9 bytes an address: that of the first address with the key; 0 is none.
struct AddressKeyNumbers: Sendable {
  /// By address number.
  private var keys: [UInt32] = []
  private var index = HashIndex(shards: 64)
  private let networks: LabelledNetworks
  /// By key; empty where there are no networks.
  private var labels: [NetworkKind?] = []

  init(networks: LabelledNetworks = LabelledNetworks()) {
    self.networks = networks
  }

  /// All keys are below.
  var count: Int { max(1, keys.count) }

  /// The key of an address number that was caught up with.
  subscript(address: UInt32) -> UInt32 { keys[Int(address)] }

  func label(_ key: UInt32) -> NetworkKind? { labels.isEmpty ? nil : labels[Int(key)] }

  func network(_ key: UInt32, in list: InternedAddresses) -> UInt64 {
    guard let network = list.key(of: key)?.neighbourhood else { return 0 }
    return SeededHash.hash(network.base.high, network.base.low ^ UInt64(network.prefixLength) << 56)
  }

  func known(_ key: AddressKey, in list: InternedAddresses) -> UInt32? {
    index.number(hash: key.hash) { list.key(of: $0) == key }
  }

  mutating func catchUp(with list: InternedAddresses) {
    guard keys.count < list.count else { return }
    if keys.capacity < list.count { keys.reserveCapacity(list.count + list.count / 8) }
    for address in UInt32(keys.count)..<UInt32(list.count) {
      let key = list.key(of: address)
      keys.append(key.map { number(of: $0, at: address, in: list) } ?? 0)
      if !networks.isEmpty { labels.append(key.flatMap { networks[$0]?.kind }) }
    }
  }

  private mutating func number(of key: AddressKey, at address: UInt32, in list: InternedAddresses) -> UInt32 {
    if let known = known(key, in: list) { return known }
    index.insert(address, hash: key.hash) { list.key(of: $0)?.hash ?? 0 }
    return address
  }
}

extension AddressKey {
  fileprivate var hash: UInt64 { SeededHash.hash(network.base.high, network.base.low) }
}
