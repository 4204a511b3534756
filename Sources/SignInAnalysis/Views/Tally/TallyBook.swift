import Elements

/// Counts sign-ins by the values of one or two fields: rows of a store, or pages as they come.
///
/// Memory goes with the distinct values, and with the distinct pairs of a value and a user at an address; that a user
/// stayed takes 12 bytes a sign-in on top. Rows may come in any order; each is to come once.
public struct TallyBook: Sendable {
  /// One or two.
  public let fields: [TallyField]
  private var first: TallyNumbering
  /// Nil for a tally by one field.
  private var second: TallyNumbering?
  private var users: TallyNumbering
  private var keys = WordGroups<IPNetwork>()
  /// The values of both fields; nothing for a tally by one field.
  private var pairs = PairIndex()
  /// By the number of a value, or of a pair.
  private var figures: [TallyFigures] = []
  /// A user at an address key, each 0 where there is none.
  private var visits = PairIndex()
  /// A value, or a pair, and a visit.
  private var seen = PairIndex()
  private var times = VisitTimes()
  /// Words of a user and of an address, each with its visit.
  private var known = PairIndex()
  private var visitOfKnown: [Visit] = []
  /// By the word of an address: the word of the user who was seen there last, and where both stand in `known`. Most
  /// addresses have one user.
  private var lastSeen: [(user: UInt32, place: UInt32)] = []

  private struct Visit: Sendable {
    let number: UInt32
    /// The user and the address key are known, so that there may be a stay.
    let mayStay: Bool
    /// The value that it was seen with last.
    var value = UInt32.max
  }
  /// Of pages that are in no store.
  private var words = SignInWords()

  /// - Parameters:
  ///   - field: what is counted by.
  ///   - second: another field: each pair of values is counted.
  ///   - zone: for the hours of the day.
  public init(by field: TallyField, and second: TallyField? = nil, zone: FilterZone = .utc) {
    fields = [field, second].compactMap { $0 }
    first = TallyNumbering(field, zone: zone)
    self.second = second.map { TallyNumbering($0, zone: zone) }
    users = TallyNumbering(.user, zone: zone)
  }

  /// Counts sign-ins that are in no store. Not for a book that has rows of one.
  public mutating func count(_ page: [SignIn], of tenant: TenantNumber) {
    let records = page.map { words.record(of: $0) }
    let lists = words.lists
    for record in records { count(record, of: tenant, in: lists) }
  }

  /// Counts rows of tables that share their words; rows that are not there are passed over.
  public mutating func count(_ rows: [FleetRow], in snapshot: FleetSnapshot) {
    guard let lists = snapshot.newest?.words else { return }
    snapshot.forEachChunk(of: rows) { chunk, offsets, tenant in
      let (times, users, addresses) = (chunk.times, chunk.users, chunk.addresses)
      let (places, risks) = (chunk.places, chunk.risks)
      for offset in offsets {
        let offset = Int(offset)
        let record = PackedSignIn(
          time: times[offset], user: users[offset], address: addresses[offset], place: places[offset],
          risk: risks[offset])
        count(record, of: tenant, in: lists)
      }
    }
  }

  private mutating func count(_ record: PackedSignIn, of tenant: TenantNumber, in lists: SignInLists) {
    var value = first.number(of: record, tenant: tenant, in: lists)
    if let other = second?.number(of: record, tenant: tenant, in: lists) { value = pairs.number(of: value, other) }
    if Int(value) >= figures.count {
      figures.append(contentsOf: repeatElement(TallyFigures(), count: Int(value) + 1 - figures.count))
    }
    figures[Int(value)].count(at: record.time, isRisky: record.risk == 1)
    let place = place(of: record, in: lists)
    if place == visitOfKnown.count { visitOfKnown.append(visit(of: record, in: lists)) }
    let visit = visitOfKnown[place]
    if visit.value != value {
      _ = seen.number(of: value, visit.number)
      visitOfKnown[place].value = value
    }
    if visit.mayStay { times.add(record.time, to: visit.number) }
  }

  /// Where the words of a user and an address stand in `known`.
  private mutating func place(of record: PackedSignIn, in lists: SignInLists) -> Int {
    let address = Int(record.address)
    if address >= lastSeen.count {
      let missing = max(lists.addresses.count, address + 1) - lastSeen.count
      lastSeen.append(contentsOf: repeatElement((.max, 0), count: missing))
    }
    if lastSeen[address].user == record.user { return Int(lastSeen[address].place) }
    let place = known.number(of: record.user, record.address)
    lastSeen[address] = (record.user, place)
    return Int(place)
  }

  private mutating func visit(of record: PackedSignIn, in lists: SignInLists) -> Visit {
    let user = users.number(of: record, tenant: 0, in: lists)
    let word = record.address
    let key =
      keys.number(of: word)
      ?? keys.learn(word, among: lists.addresses.count, .init(lists.addresses.key(of: word)?.network))
    return Visit(number: visits.number(of: user, key), mayStay: user != 0 && key != 0)
  }

  // MARK: What was counted

  /// The values in an order, of what was counted in pages.
  public func tally(_ order: TallyOrder = .mostFirst) -> Tally { tally(order, in: words.lists) }

  /// The values in an order, of rows that were counted in a store.
  public func tally(_ order: TallyOrder = .mostFirst, in snapshot: FleetSnapshot) -> Tally {
    guard let lists = snapshot.newest?.words else { return Tally() }
    return tally(order, in: lists)
  }

  private func tally(_ order: TallyOrder, in lists: SignInLists) -> Tally {
    var figures = figures
    countUsers(&figures)
    let values = figures.indices.filter { figures[$0].signIns > 0 }
    let ranks = ranks(in: lists)
    let keyed = values.map { value in
      Keyed(
        key: order.key(of: figures[value], rank: ranks[value]), signIns: -figures[value].signIns, rank: ranks[value],
        value: UInt32(value))
    }
    return Tally(
      fields: fields, values: keyed.sorted(by: <).map(\.value), figures: figures,
      names: TallyNames(first: first, second: second, pairs: pairs, lists: lists))
  }

  private struct Keyed: Comparable {
    let key: UInt64
    let signIns: Int
    let rank: UInt64
    let value: UInt32

    static func < (left: Keyed, right: Keyed) -> Bool {
      if left.key != right.key { return left.key < right.key }
      return left.signIns != right.signIns ? left.signIns < right.signIns : left.rank < right.rank
    }
  }

  /// By the number of a value, or of a pair: in which order the values stand.
  private func ranks(in lists: SignInLists) -> [UInt64] {
    let firsts = first.ranks(in: lists)
    guard let seconds = second?.ranks(in: lists) else { return firsts.map { UInt64($0) } }
    return pairs.pairs.map { pair in
      UInt64(firsts[Int(pair >> 32)]) << 32 | UInt64(seconds[Int(pair & 0xFFFF_FFFF)])
    }
  }

  /// Counts each user of a value once, and once more where the user has stayed.
  private func countUsers(_ figures: inout [TallyFigures]) {
    let hasStayed = times.stays(visits: visits.count)
    var users = PairIndex()
    var stayed = PairIndex()
    for number in 0..<seen.count {
      let (value, visit) = (seen.first(of: number), Int(seen.second(of: number)))
      let user = visits.first(of: visit)
      guard user != 0 else { continue }
      count(user, of: value, among: &users) { figures[$0].users += 1 }
      if hasStayed[visit] { count(user, of: value, among: &stayed) { figures[$0].stayed += 1 } }
    }
  }

  private func count(_ user: UInt32, of value: UInt32, among known: inout PairIndex, _ add: (Int) -> Void) {
    let count = known.count
    _ = known.number(of: value, user)
    if known.count > count { add(Int(value)) }
  }
}
