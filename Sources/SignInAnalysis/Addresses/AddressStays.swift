/// How many users stayed at each address, and at those that signals take for the same one (`AddressKey`).
struct AddressStays {
  /// By address number: the first address with the same key; 0 for what is no address.
  private var firsts: [UInt32] = []
  private var known: [AddressKey: UInt32] = [:]
  /// Whether sign-ins at an address are wanted, by the first with its key.
  private var isWanted: [Bool] = []
  private var seen: [Seen] = []

  private struct Seen {
    /// The first address in the high half, and a user in the low one.
    let pair: UInt64
    let ticks: Int64
  }

  /// Begins to count addresses anew.
  mutating func begin(_ wanted: [Bool], _ addresses: InternedAddresses) {
    for number in firsts.count..<max(firsts.count, wanted.count) { firsts.append(first(UInt32(number), addresses)) }
    isWanted = Array(repeating: false, count: wanted.count)
    for (number, isWantedHere) in wanted.enumerated() where isWantedHere { isWanted[Int(firsts[number])] = true }
  }

  /// An IPv4 address is its own key, as nearly all are.
  private mutating func first(_ number: UInt32, _ addresses: InternedAddresses) -> UInt32 {
    if addresses.ipv4(number) != nil { return number }
    guard let key = addresses.key(of: number) else { return 0 }
    if let first = known[key] { return first }
    known[key] = number
    return number
  }

  mutating func see(_ address: UInt32, user: UInt32, at ticks: Int64) {
    let first = firsts[Int(address)]
    guard first != 0, isWanted[Int(first)], ticks != SignInChunk.noTime else { return }
    seen.append(Seen(pair: AddressPairs.pair(first, user), ticks: ticks))
  }

  /// Ends the counting, and hands over each address that was counted with its number of users.
  mutating func end(_ body: (_ address: Int, _ stayed: UInt32) -> Void) {
    var stayed = [UInt32](repeating: 0, count: firsts.count)
    seen.sort { ($0.pair, $0.ticks) < ($1.pair, $1.ticks) }
    var start = 0
    while start < seen.count {
      let pair = seen[start].pair
      let end = seen[start...].firstIndex { $0.pair != pair } ?? seen.count
      let runs = StayAccumulator(seen[start..<end].lazy.map(\.ticks)).runs
      if runs.longestStay != nil { stayed[Int(pair >> 32)] += 1 }
      start = end
    }
    seen = []
    for (number, first) in firsts.enumerated() where first != 0 && number < isWanted.count && isWanted[Int(first)] {
      body(number, stayed[Int(first)])
    }
  }
}
