import Elements

/// Decides which sign-ins fulfil a filter; remembers what it decided about each distinct user, address and place.
///
/// One matcher goes with one table: snapshots may come in any order, but all have to be of that table.
public struct FilterMatcher {
  private var tree: MatchTree<TermMatcher>
  private let tenant: TenantTexts?

  /// Rows between two looks at whether the answer is still wanted.
  private static let stride = 4_096

  /// - Parameter tenant: of all sign-ins that it is asked about, in a list over many tenants; in a list of one its
  ///   texts would be found in every row.
  /// - Parameter signals: of the rows of the table, for `signal:`, `severity:`, `is:quiet` and `is:stayed`; without
  ///   them these hold for no row.
  /// - Parameter networks: for `net:`.
  public init(
    _ filter: Filter, tenant: TenantTexts? = nil, signals: TenantSignals? = nil,
    networks: LabelledNetworks = LabelledNetworks()
  ) {
    self.tenant = tenant
    tree = MatchTree(filter.root, effort: \.effort) {
      TermMatcher($0, tenant: tenant, signals: signals, networks: networks)
    }
  }

  /// How many texts had no match in their first 4,096 characters, and were too long for an expression to be looked for
  /// in the rest. A text counts once for each term.
  public var truncatedTexts: Int {
    tree.sum(\.truncatedTexts)
  }

  /// Whether a row of the snapshot fulfils the filter.
  public mutating func holds(_ row: RowNumber, in snapshot: SignInSnapshot) -> Bool {
    makeRoom(for: snapshot)
    let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
    return tree.holds(at: offset, of: snapshot.chunks[chunk].columns, in: snapshot, row: row)
  }

  /// The rows that fulfil the filter, in the order given.
  ///
  /// `isCancelled` is asked every few thousand rows; once it says so, what was found until then is the answer. Rows in
  /// ascending order are the fastest, but any order is allowed.
  public mutating func matches(
    among rows: ArraySlice<RowNumber>, in snapshot: SignInSnapshot, isCancelled: () -> Bool = { false }
  ) -> [RowNumber] {
    select(rows, in: snapshot, isCancelled: isCancelled)
  }

  /// The same for rows that follow one another, such as all: `0..<RowNumber(snapshot.count)`.
  public mutating func matches(
    among rows: Range<RowNumber>, in snapshot: SignInSnapshot, isCancelled: () -> Bool = { false }
  ) -> [RowNumber] {
    select(rows, in: snapshot, isCancelled: isCancelled)
  }

  /// Whether a sign-in that is in no table fulfils the filter; the same answer as for its row in one.
  /// - Parameters:
  ///   - signals: those that belong to it.
  ///   - hasStayed: it is part of a stay.
  public mutating func holds(_ signIn: SignIn, signals: [Signal] = [], hasStayed: Bool = false) -> Bool {
    let record = SignInOfTenant(signIn: signIn, tenant: tenant, signals: signals, hasStayed: hasStayed)
    return tree.verdict { $0.verdict(on: record) } == .holds
  }

  private mutating func select(
    _ rows: some Sequence<RowNumber>, in snapshot: SignInSnapshot, isCancelled: () -> Bool
  ) -> [RowNumber] {
    makeRoom(for: snapshot)
    let chunks = snapshot.chunks
    var current = -1
    var columns = SignInColumns()
    var matches: [RowNumber] = []
    for (asked, row) in rows.enumerated() {
      if asked.isMultiple(of: FilterMatcher.stride), isCancelled() { return matches }
      let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
      if chunk != current {
        current = chunk
        columns = chunks[chunk].columns
      }
      if tree.holds(at: offset, of: columns, in: snapshot, row: row) { matches.append(row) }
    }
    return matches
  }

  private mutating func makeRoom(for snapshot: SignInSnapshot) {
    tree.change { $0.makeRoom(for: snapshot) }
  }
}
