import Elements

/// All rows of a table at one moment. Taking it copies nothing but references, and it never changes.
public struct SignInSnapshot: Sendable {
  /// Its rows are 0..<`count`.
  public let count: Int
  /// `SignInChunk.size` rows each but the last, which may have fewer; row 0 is the first of the first.
  public let chunks: [SignInChunk]
  private let otherIDs: TextArena
  private let lists: SignInLists

  init(count: Int, chunks: [SignInChunk], otherIDs: TextArena, lists: SignInLists) {
    self.count = count
    self.chunks = chunks
    self.otherIDs = otherIDs
    self.lists = lists
  }

  /// Every user of any row once, and maybe some that no row has any more.
  public var users: Interned<SignInUser> { lists.users }
  /// Every address of any row once, and maybe some that no row has any more; number 0 is none.
  public var addresses: InternedTexts { lists.addresses }
  /// Every place of any row once, and maybe some that no row has any more.
  public var places: Interned<SignInPlace> { lists.places }

  /// The sign-in of a row in 0..<`count`.
  public subscript(row: RowNumber) -> SignIn {
    let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
    let columns = chunks[chunk].columns
    return lists.signIn(id: columns.ids[offset].text(among: otherIDs), record: columns.record(at: offset))
  }
}
