import Elements

/// All rows of a table at one moment. Taking it copies nothing but references, and it never changes.
public struct SignInSnapshot: Sendable {
  /// Its rows are 0..<`count`.
  public let count: Int
  /// `SignInChunk.size` rows each but the last, which may have fewer; row 0 is the first of the first.
  public let chunks: [SignInChunk]
  let ids: IDList
  private let lists: SignInLists

  init(count: Int, chunks: [SignInChunk], ids: IDList, lists: SignInLists) {
    self.count = count
    self.chunks = chunks
    self.ids = ids
    self.lists = lists
  }

  /// What the numbers in the columns stand for.
  var words: SignInLists { lists }

  /// Every user of any row once, and others: of rows that have changed, or of the tables that share its words.
  public var users: Interned<SignInUser> { lists.users }
  /// Every address of any row once, and others as with users; number 0 is none.
  public var addresses: InternedAddresses { lists.addresses }
  /// Every place of any row once, and others as with users.
  public var places: Interned<SignInPlace> { lists.places }

  /// The number of the address of a row in 0..<`count`; 0 is none.
  public func addressNumber(of row: RowNumber) -> UInt32 {
    let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
    return chunks[chunk].addresses[offset]
  }

  /// The same rows with the words as they are now, which are those of the same fleet and later.
  public func reading(_ words: SignInWords) -> SignInSnapshot {
    SignInSnapshot(count: count, chunks: chunks, ids: ids, lists: words.lists)
  }

  /// The sign-in of a row in 0..<`count`.
  public subscript(row: RowNumber) -> SignIn {
    let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
    return lists.signIn(id: ids[row], record: chunks[chunk].columns.record(at: offset))
  }
}
