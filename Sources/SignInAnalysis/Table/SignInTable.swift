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
  private var signIns = NumberedSignIns()
  private var words = SignInWords()

  public init() {}

  public var count: Int { signIns.count }

  /// Takes in a sign-in and gives its row; one that is known keeps its row, with what is newly known of it.
  public mutating func insert(_ signIn: SignIn) -> RowNumber {
    signIns.insert(signIn, words: &words)
  }

  /// Takes in a page of sign-ins as `insert` does one after the other, and gives their rows in the same order.
  ///
  /// Faster than one by one where much of the page is known and has changed.
  public mutating func insert(contentsOf page: [SignIn]) -> [RowNumber] {
    signIns.insert(contentsOf: page, overruling: true, words: &words).rows
  }

  /// The row of the sign-in with exactly this id; nil where it was never put in.
  public func row(of id: SignIn.ID) -> RowNumber? {
    signIns.row(of: id)
  }

  /// The sign-in of a row that `insert` gave.
  public subscript(row: RowNumber) -> SignIn {
    signIns.signIn(at: row, words: words)
  }

  /// All rows as they are now. What is put in later copies at most the last chunk on its account.
  public func snapshot() -> SignInSnapshot {
    signIns.snapshot(words: words)
  }
}
