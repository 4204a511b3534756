import Elements

/// Address keys by numbers from 1, about 14 bytes each; 0 is none.
struct AddressKeyNumbers: Sendable {
  /// By address number.
  private var keys: [UInt32] = []
  /// By key: an address number that stands for it.
  private var examples: [UInt32] = [0]
  private var index = HashIndex(shards: 64)
  private let networks: LabelledNetworks
  /// By key; empty where there are no networks.
  private var labels: [NetworkKind?] = []

  init(networks: LabelledNetworks = LabelledNetworks()) {
    self.networks = networks
    if !networks.isEmpty { labels = [nil] }
  }

  var count: Int { examples.count }

  /// The key of an address number that was caught up with.
  subscript(address: UInt32) -> UInt32 { keys[Int(address)] }

  func label(_ key: UInt32) -> NetworkKind? { labels.isEmpty ? nil : labels[Int(key)] }

  func network(_ key: UInt32, in list: InternedAddresses) -> UInt64 {
    guard let network = list.key(of: examples[Int(key)])?.neighbourhood else { return 0 }
    return SeededHash.hash(network.base.high, network.base.low ^ UInt64(network.prefixLength) << 56)
  }

  func known(_ key: AddressKey, in list: InternedAddresses) -> UInt32? {
    index.number(hash: key.hash) { list.key(of: examples[Int($0)]) == key }
  }

  mutating func catchUp(with list: InternedAddresses) {
    guard keys.count < list.count else { return }
    if keys.capacity < list.count { keys.reserveCapacity(list.count + list.count / 8) }
    for address in keys.count..<list.count {
      keys.append(list.key(of: UInt32(address)).map { number(of: $0, at: UInt32(address), in: list) } ?? 0)
    }
  }

  private mutating func number(of key: AddressKey, at address: UInt32, in list: InternedAddresses) -> UInt32 {
    if let known = known(key, in: list) { return known }
    let number = UInt32(examples.count)
    index.insert(number, hash: key.hash) { list.key(of: examples[Int($0)])?.hash ?? 0 }
    examples.append(address)
    if !networks.isEmpty { labels.append(networks[key]?.kind) }
    return number
  }
}

extension AddressKey {
  fileprivate var hash: UInt64 { SeededHash.hash(network.base.high, network.base.low) }
}
