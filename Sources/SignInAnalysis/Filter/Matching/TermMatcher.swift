import Elements

/// Decides rows of a table by one term, once for each distinct value.
struct TermMatcher {
  /// Which columns a term is about.
  private enum Kind {
    /// All rows alike.
    case constant(Bool)
    case everywhere
    case user
    case address
    case place
    /// One bit for each of the values of `SignInChunk.risks`.
    case risk(UInt8)
    case time(Range<Int64>)
    case rows(RowBits)
    case hours
  }

  let isNegated: Bool
  private let kind: Kind
  private let mayMatchGUID: Bool
  private var judge: TermJudge
  private var users = Decisions()
  private var addresses = Decisions()
  private var places = Decisions()

  /// - Parameter tenant: of all rows of the table, where its texts are looked in.
  /// - Parameter signals: those of the table.
  init(_ term: FilterTerm, tenant: TenantTexts?, signals: TenantSignals?, networks: LabelledNetworks) {
    isNegated = term.isNegated
    var judge = TermJudge(term, networks: networks)
    kind =
      term.condition.dependsOnSignals
      ? .rows(signals?.rows { judge.holds(for: $0, hasStayed: $1) } ?? RowBits())
      : TermMatcher.kind(of: term, judge: &judge, tenant: tenant)
    mayMatchGUID = judge.texts.mayMatchGUID
    self.judge = judge
  }

  private static func kind(of term: FilterTerm, judge: inout TermJudge, tenant: TenantTexts?) -> Kind {
    switch term.condition {
    case .country: .place
    case .address: .address
    case .risk(let verdicts): .risk(verdicts.reduce(0) { $0 | 1 << RiskCode.code(of: $1) })
    case .since(let time): .time(time.ticks..<Int64.max)
    case .until(let time): .time(0..<time.ticks)
    case .hours: .hours
    case .network: .address
    case .signal, .severity, .quiet, .stayed: .constant(false)
    case .texts, .labels, .number: kindByField(of: term, judge: &judge, tenant: tenant)
    }
  }

  private static func kindByField(of term: FilterTerm, judge: inout TermJudge, tenant: TenantTexts?) -> Kind {
    switch term.field {
    case nil: isOfTenant(tenant, by: &judge) ? .constant(true) : .everywhere
    case .city: .place
    case .user, .upn: .user
    default: .constant(isOfTenant(tenant, by: &judge))
    }
  }

  private static func isOfTenant(_ tenant: TenantTexts?, by judge: inout TermJudge) -> Bool {
    guard case .texts(let texts) = tenant?.value(of: judge.field) else { return false }
    return texts.contains { judge.holds(for: $0) }
  }

  /// How much it takes to decide a row, for the order in which terms are asked.
  var effort: Int {
    switch kind {
    case .constant: 0
    case .risk, .time, .rows: 1
    case .user, .address, .place, .hours: 2
    case .everywhere: 3
    }
  }

  var truncatedTexts: Int { judge.texts.truncatedTexts }

  mutating func makeRoom(for snapshot: SignInSnapshot) {
    users.makeRoom(for: snapshot.users.count)
    addresses.makeRoom(for: snapshot.addresses.count)
    places.makeRoom(for: snapshot.places.count)
  }

  /// Whether a row of a snapshot that there is room for is as the term asks; negation is left to others. `columns` are
  /// those of the row's chunk.
  mutating func holds(at offset: Int, of columns: SignInColumns, in snapshot: SignInSnapshot, row: RowNumber) -> Bool {
    switch kind {
    case .constant(let holds): holds
    case .risk(let codes): codes >> columns.risks[offset] & 1 == 1
    case .time(let range): range.contains(columns.times[offset])
    case .rows(let rows): rows[row]
    case .hours: judge.holds(atTicks: columns.times[offset])
    case .user: holds(user: columns.users[offset], in: snapshot)
    case .address: holds(address: columns.addresses[offset], in: snapshot)
    case .place: holds(place: columns.places[offset], in: snapshot)
    case .everywhere:
      holds(user: columns.users[offset], in: snapshot) || holds(place: columns.places[offset], in: snapshot)
        || holds(address: columns.addresses[offset], in: snapshot)
        || holds(id: snapshot.ids.packed(at: row), of: row, in: snapshot)
    }
  }

  private mutating func holds(user number: UInt32, in snapshot: SignInSnapshot) -> Bool {
    users[number] ?? users.decide(number, judge.holds(for: snapshot.users[number]))
  }

  private mutating func holds(address number: UInt32, in snapshot: SignInSnapshot) -> Bool {
    addresses[number] ?? addresses.decide(number, judge.holds(for: snapshot.addresses[number]))
  }

  private mutating func holds(place number: UInt32, in snapshot: SignInSnapshot) -> Bool {
    places[number] ?? places.decide(number, judge.holds(for: snapshot.places[number]))
  }

  /// Ids are all different, so nothing is remembered of them, and most words need not be looked for in a GUID.
  private mutating func holds(id: PackedID, of row: RowNumber, in snapshot: SignInSnapshot) -> Bool {
    guard id.textNumber == nil else { return judge.holds(for: snapshot[row].id) }
    return mayMatchGUID && judge.holds(for: id.text(among: TextArena()))
  }

  /// The same answer for a sign-in that is in no table, negation included.
  mutating func verdict(on signIn: SignInOfTenant) -> FilterVerdict {
    judge.verdict(on: signIn)
  }
}

extension TermJudge {
  /// By those of the user's texts that the term's field is about.
  fileprivate mutating func holds(for user: SignInUser) -> Bool {
    field == .upn
      ? holds(for: user.principalName)
      : holds(for: user.displayName) || holds(for: user.principalName) || holds(for: user.userID)
  }

  fileprivate mutating func holds(for place: SignInPlace) -> Bool {
    switch field {
    case .country: holds(for: place.country)
    case .city: holds(for: place.city)
    default: holds(for: place.country) || holds(for: place.city)
    }
  }
}
