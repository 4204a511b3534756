/// Distinct addresses, numbered from 1 in the order in which they came; number 0 is none at all.
///
/// A number that was given means the same address in this and every later state of the list.
public struct InternedAddresses: Sendable {
  private var list = AddressList()

  init() {}

  /// How many numbers there are, that of none among them: at least 1.
  public var count: Int { list.count + 1 }

  /// The address of a number below `count` as the server sent it, made anew each time; nil for 0.
  public subscript(number: UInt32) -> String? {
    number == 0 ? nil : list[number - 1]
  }

  /// As `AddressList.ipv4`.
  func ipv4(_ number: UInt32) -> UInt32? {
    number == 0 ? nil : list.ipv4(at: number - 1)
  }

  fileprivate mutating func append(_ key: AddressWord) -> UInt32 {
    list.append(key) + 1
  }

  /// `number` is not 0.
  fileprivate func isKey(_ key: AddressWord, at number: UInt32) -> Bool {
    list.isKey(key, at: number - 1)
  }

  /// `number` is not 0.
  fileprivate func hash(at number: UInt32) -> UInt64 {
    list.hash(at: number - 1)
  }
}

/// Numbers addresses as they come, the same bytes always the same. Meant for many of them.
struct AddressInterner: Sendable {
  private(set) var addresses = InternedAddresses()
  private var numbers = HashIndex(shards: 64)

  mutating func number(of address: String?) -> UInt32 {
    guard let address else { return 0 }
    let key = AddressWord(address)
    if let known = numbers.number(hash: key.hash, where: { addresses.isKey(key, at: $0) }) { return known }
    numbers.insert(UInt32(addresses.count), hash: key.hash) { addresses.hash(at: $0) }
    return addresses.append(key)
  }
}
