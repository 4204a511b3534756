import Elements

/// The sign-ins of one tenant, each once, without what their numbers stand for: that is in `SignInWords`, which the
/// tables of many tenants can share. `SignInTable` has words of its own, and says more.
public struct NumberedSignIns: Sendable {
  private var rows = SignInRows()
  private var ids = IDIndex()

  public init() {}

  public var count: Int { ids.count }

  /// What a page changed.
  public struct Insertion: Sendable {
    /// The page's rows, in its order.
    public var rows: [RowNumber]
    /// Those of them whose content has changed, with what it was.
    public var changed: [RowNumber: SignIn] = [:]
  }

  mutating func insert(_ signIn: SignIn, words: inout SignInWords) -> RowNumber {
    var changes: [RowNumber: PackedSignIn] = [:]
    let row = take(signIn, words: &words, changes: &changes)
    rows.replace(changes)
    return row
  }

  /// Takes in a page of sign-ins; one that is known keeps its row.
  /// - Parameters:
  ///   - overruling: what is different of a known row replaces what is known; otherwise it is dropped.
  ///   - words: those of all pages of this table.
  public mutating func insert(contentsOf page: [SignIn], overruling: Bool, words: inout SignInWords) -> Insertion {
    var changes: [RowNumber: PackedSignIn] = [:]
    var insertion = Insertion(rows: page.map { take($0, words: &words, changes: &changes) })
    guard overruling, !changes.isEmpty else { return insertion }
    for row in changes.keys { insertion.changed[row] = signIn(at: row, words: words) }
    rows.replace(changes)
    return insertion
  }

  /// The row of the sign-in with exactly this id; nil where it was never put in.
  public func row(of id: SignIn.ID) -> RowNumber? {
    ids.knownNumber(of: id)
  }

  /// The sign-in of a row that `insert` gave.
  public func signIn(at row: RowNumber, words: SignInWords) -> SignIn {
    words.lists.signIn(id: ids.ids[row], record: rows.record(at: row))
  }

  /// When the sign-in of a row was; nil where the server did not say.
  public func time(at row: RowNumber) -> Timestamp? {
    Timestamp(ticks: rows.time(at: row))
  }

  /// All rows as they are now, with the words as they are now. What is put in later copies at most the last chunk on
  /// its account.
  public func snapshot(words: SignInWords) -> SignInSnapshot {
    SignInSnapshot(count: count, chunks: rows.chunks, ids: ids.ids, lists: words.lists)
  }

  /// Adds what is new at once; what is different of a known row is left in `changes`, which may hold such rows already.
  private mutating func take(
    _ signIn: SignIn, words: inout SignInWords, changes: inout [RowNumber: PackedSignIn]
  ) -> RowNumber {
    let record = words.record(of: signIn)
    let (row, isNew) = ids.number(of: signIn.id)
    if isNew {
      rows.append(record)
    } else if record != changes[row] ?? rows.record(at: row) {
      changes[row] = record
    }
    return row
  }
}
