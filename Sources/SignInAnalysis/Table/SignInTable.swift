import Elements

/// A row of a `SignInTable`: the order in which its sign-in was first seen.
public typealias RowNumber = UInt32

/// All sign-ins of one tenant that were read, each once, in little memory.
///
/// A sign-in is known by the bytes of its id; there can be one less than `RowNumber` has values.
/// What `subscript` gives back is what was put in, byte for byte and bit for bit.
///
/// A row takes 16 bytes for its id, about 5 in the index of ids and, where each chunk spans some hours, about 10 in its
/// columns. A distinct IPv4 address takes about 10, any other about 18 and its text, a distinct user or place some
/// hundred, and an id that is no GUID in lower case its text and 8. Measured on x86-64 Linux: 1,000,000 rows of 2,500
/// users, 216,434 addresses and 464 places add 35 MB to the resident memory.
public struct SignInTable: Sendable {
  private var rows = SignInRows()
  private var words = SignInInterner()
  private var ids = IDIndex()

  public init() {}

  public var count: Int { ids.count }

  /// Takes in a sign-in and gives its row; one that is known keeps its row, with what is newly known of it.
  public mutating func insert(_ signIn: SignIn) -> RowNumber {
    var changes: [RowNumber: PackedSignIn] = [:]
    let row = take(signIn, changes: &changes)
    rows.replace(changes)
    return row
  }

  /// Takes in a page of sign-ins as `insert` does one after the other, and gives their rows in the same order.
  ///
  /// Faster than one by one where much of the page is known and has changed.
  public mutating func insert(contentsOf signIns: [SignIn]) -> [RowNumber] {
    var changes: [RowNumber: PackedSignIn] = [:]
    let given = signIns.map { take($0, changes: &changes) }
    rows.replace(changes)
    return given
  }

  /// Takes in a page of sign-ins that may be older than what is known of their rows.
  /// - Parameter overruling: what is different of a known row replaces what is known.
  /// - Returns: the page's rows in the same order, and those whose content has changed.
  public mutating func insert(
    contentsOf signIns: [SignIn], overruling: Bool
  ) -> (rows: [RowNumber], changed: [RowNumber]) {
    var changes: [RowNumber: PackedSignIn] = [:]
    let given = signIns.map { take($0, changes: &changes) }
    guard overruling else { return (given, []) }
    rows.replace(changes)
    return (given, Array(changes.keys))
  }

  /// The row of the sign-in with exactly this id; nil where it was never put in.
  public func row(of id: SignIn.ID) -> RowNumber? {
    ids.knownNumber(of: id)
  }

  /// The sign-in of a row that `insert` gave.
  public subscript(row: RowNumber) -> SignIn {
    words.lists.signIn(id: ids.ids[row], record: rows.record(at: row))
  }

  /// All rows as they are now. What is put in later copies at most the last chunk on its account.
  public func snapshot() -> SignInSnapshot {
    SignInSnapshot(count: count, chunks: rows.chunks, ids: ids.ids, lists: words.lists)
  }

  /// Adds what is new at once; what is different of a known row is left in `changes`, which may hold such rows already.
  private mutating func take(_ signIn: SignIn, changes: inout [RowNumber: PackedSignIn]) -> RowNumber {
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
