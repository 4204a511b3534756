import Elements

/// The addresses that a filter leaves, in an order, with their figures, as they were at one moment.
public struct AddressTable: Sendable {
  /// Addresses that were looked at, whether or not the filter leaves them.
  public let total: Int
  private var numbers: [UInt32]
  private let figures: [AddressFigures]
  private let words: SignInSnapshot

  /// Of no address.
  public init() {
    self.init(total: 0, numbers: [], figures: [], words: NumberedSignIns().snapshot(words: SignInWords()))
  }

  private init(total: Int, numbers: [UInt32], figures: [AddressFigures], words: SignInSnapshot) {
    self.total = total
    self.numbers = numbers
    self.figures = figures
    self.words = words
  }

  public var count: Int { numbers.count }

  /// Nil outside.
  public subscript(place: Int) -> AddressRow? {
    numbers.indices.contains(place) ? row(numbers[place]) : nil
  }

  /// Where an address stands; looks through all.
  public func place(of number: UInt32) -> Int? { numbers.firstIndex(of: number) }

  private func row(_ number: UInt32) -> AddressRow {
    let own = figures[Int(number)]
    return AddressRow(
      number: number, ip: words.addresses[number] ?? "", country: words.places[own.place].country, figures: own)
  }
}

extension AddressTable {
  /// - Parameters:
  ///   - snapshot: what the tally was counted in.
  ///   - texts: of tenants, in which a filter looks.
  public init(
    _ tally: AddressTally, in snapshot: FleetSnapshot, order: AddressOrder, filter: Filter?,
    texts: [TenantNumber: TenantTexts]
  ) {
    guard let words = snapshot.newest else {
      self.init()
      return
    }
    let figures = tally.figures
    let all = figures.indices.filter { figures[$0].signIns > 0 }.map { UInt32($0) }
    self.init(total: all.count, numbers: all, figures: figures, words: words)
    if let filter {
      let matcher = AddressMatcher(filter, in: snapshot, addresses: figures.count, texts: texts)
      numbers = matcher.matches(among: all.lazy.map(row))
    }
    numbers = sorted(numbers, order)
  }

  private func sorted(_ numbers: [UInt32], _ order: AddressOrder) -> [UInt32] {
    let tied = sorted(numbers) { figures[Int($0)].tieKey }
    guard order.column != .address else { return sortedByAddress(numbers, order) }
    return sorted(tied) { order.key(of: figures[Int($0)]) ?? 0 }
  }

  /// As `SortAddress` compares: IPv4, IPv6, then what can't be read, which is last in either direction. Nearly all are
  /// IPv4, whose numbers are sorted as they are.
  private func sortedByAddress(_ numbers: [UInt32], _ order: AddressOrder) -> [UInt32] {
    var ipv4: [(key: UInt64, number: UInt32)] = []
    var ipv6: [UInt32] = []
    var unreadable: [UInt32] = []
    for number in numbers {
      if let bits = words.addresses.ipv4(number) {
        ipv4.append((UInt64(bits) << 8, number))
      } else if let network = words.addresses[number].flatMap(IPNetwork.init(address:)) {
        let blackedOut = UInt64(128 - network.prefixLength)
        if network.base.isIPv4 {
          ipv4.append(((network.base.low & 0xFFFF_FFFF) << 8 | blackedOut, number))
        } else {
          ipv6.append(number)
        }
      } else {
        unreadable.append(number)
      }
    }
    let keys = ipv4.map { order.isDescending ? UInt64.max - $0.key : $0.key }
    let upper = RowSort.sorted(ipv4.map(\.number), keys: keys) { false } ?? []
    let lower = ranked(ipv6, order)
    return (order.isDescending ? lower + upper : upper + lower) + ranked(unreadable, order)
  }

  private func ranked(_ numbers: [UInt32], _ order: AddressOrder) -> [UInt32] {
    let ranks = Ranking(isDescending: order.isDescending).ranks(of: numbers) {
      SortAddress(words.addresses[$0]).parts
    }
    return zip(ranks, numbers).sorted { $0 < $1 }.map(\.1)
  }

  /// Keeps equal ones in order.
  private func sorted(_ numbers: [UInt32], by key: (UInt32) -> UInt64) -> [UInt32] {
    RowSort.sorted(numbers, keys: numbers.map(key)) { false } ?? numbers
  }
}
