import Elements

/// A row of a `SignInTable`: the order in which its sign-in was first seen.
public typealias RowNumber = UInt32

/// All sign-ins of one tenant that were read, each once.
public struct SignInTable: Sendable {
  private var records: [SignIn] = []
  private var rows: [SignIn.ID: RowNumber] = [:]

  public init() {}

  public var count: Int { records.count }

  /// Takes in a sign-in and gives its row; one that is known keeps its row, with what is newly known of it.
  public mutating func insert(_ signIn: SignIn) -> RowNumber {
    if let row = rows[signIn.id] {
      records[Int(row)] = signIn
      return row
    }
    let row = RowNumber(records.count)
    records.append(signIn)
    rows[signIn.id] = row
    return row
  }

  /// The sign-in of a row that `insert` gave.
  public subscript(row: RowNumber) -> SignIn {
    records[Int(row)]
  }
}
