import Elements

/// Decides rows by one term, once for each distinct value.
struct TermMatcher {
  /// Which columns a term is about.
  private enum Kind {
    case everywhere
    case user
    case address
    case place
    /// One bit for each of the values of `SignInChunk.risks`.
    case risk(UInt8)
    case time(Range<Int64>)
  }

  let isNegated: Bool
  private let kind: Kind
  private let mayMatchGUID: Bool
  private var judge: TermJudge
  private var users = Decisions()
  private var addresses = Decisions()
  private var places = Decisions()

  init(_ term: FilterTerm) {
    isNegated = term.isNegated
    judge = TermJudge(term)
    mayMatchGUID = judge.texts.mayMatchGUID
    kind =
      switch term.condition {
      case .texts:
        switch term.field {
        case nil: .everywhere
        case .city: .place
        default: .user
        }
      case .country: .place
      case .address: .address
      case .risk(let verdicts): .risk(verdicts.reduce(0) { $0 | 1 << RiskCode.code(of: $1) })
      case .since(let time): .time(time.ticks..<Int64.max)
      case .until(let time): .time(0..<time.ticks)
      }
  }

  /// How much it takes to decide a row, for the order in which terms are asked.
  var effort: Int {
    switch kind {
    case .risk, .time: 0
    case .user, .address, .place: 1
    case .everywhere: 2
    }
  }

  var truncatedTexts: Int { judge.texts.truncatedTexts }

  mutating func makeRoom(for snapshot: SignInSnapshot) {
    users.makeRoom(for: snapshot.users.count)
    addresses.makeRoom(for: snapshot.addresses.count)
    places.makeRoom(for: snapshot.places.count)
  }

  /// Whether a row of a snapshot that there is room for fulfils the term. `columns` are those of the row's chunk.
  mutating func holds(at offset: Int, of columns: SignInColumns, in snapshot: SignInSnapshot, row: RowNumber) -> Bool {
    switch kind {
    case .risk(let codes): codes >> columns.risks[offset] & 1 == 1
    case .time(let range): range.contains(columns.times[offset])
    case .user: holds(user: columns.users[offset], in: snapshot)
    case .address: holds(address: columns.addresses[offset], in: snapshot)
    case .place: holds(place: columns.places[offset], in: snapshot)
    case .everywhere:
      holds(user: columns.users[offset], in: snapshot) || holds(place: columns.places[offset], in: snapshot)
        || holds(address: columns.addresses[offset], in: snapshot)
        || holds(id: columns.ids[offset], of: row, in: snapshot)
    }
  }

  private mutating func holds(user number: UInt32, in snapshot: SignInSnapshot) -> Bool {
    users[number] ?? users.decide(number, judge.holds(for: snapshot.users[number]))
  }

  private mutating func holds(address number: UInt32, in snapshot: SignInSnapshot) -> Bool {
    addresses[number] ?? addresses.decide(number, judge.holds(forAddress: snapshot.addresses[number]))
  }

  private mutating func holds(place number: UInt32, in snapshot: SignInSnapshot) -> Bool {
    places[number] ?? places.decide(number, judge.holds(for: snapshot.places[number]))
  }

  /// Ids are all different, so nothing is remembered of them, and most words need not be looked for in a GUID.
  private mutating func holds(id: PackedID, of row: RowNumber, in snapshot: SignInSnapshot) -> Bool {
    guard id.textNumber == nil else { return judge.holds(forID: snapshot[row].id) }
    return mayMatchGUID && judge.holds(forID: id.text(among: TextArena()))
  }

  /// The same answer for a sign-in that is in no table.
  mutating func holds(_ signIn: SignIn) -> Bool {
    switch kind {
    case .risk(let codes): codes >> RiskCode.code(of: signIn.isRisk) & 1 == 1
    case .time(let range): range.contains(signIn.loginTime?.ticks ?? SignInChunk.noTime)
    case .user: judge.holds(for: SignInUser(signIn))
    case .address: judge.holds(forAddress: signIn.ip)
    case .place: judge.holds(for: SignInPlace(signIn))
    case .everywhere:
      judge.holds(for: SignInUser(signIn)) || judge.holds(for: SignInPlace(signIn))
        || judge.holds(forAddress: signIn.ip) || judge.holds(forID: signIn.id)
    }
  }
}
