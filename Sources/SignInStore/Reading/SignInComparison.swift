import Elements
import SignInAnalysis

/// Two readings of one list, compared by the ids of their rows.
///
/// A row that is deleted or moved in the middle of a list while it is read can hide another. Only a second reading
/// shows that.
public struct SignInComparison: Sendable {
  private var numbers = IDIndex()
  private var first = RowSet()
  private var firstCount = 0
  private var second = RowSet()
  private var knownAgain = 0
  /// Rows that the second reading alone has, below the head of the first.
  public private(set) var late = 0

  public init() {}

  /// Rows that the first reading alone has.
  public var gone: Int { firstCount - knownAgain }

  public var isSame: Bool { late == 0 && gone == 0 }

  public mutating func noteFirst(_ signIns: [SignIn]) {
    firstCount += signIns.count
    first.formUnion(signIns.map { numbers.number(of: $0.id).number })
  }

  /// Takes in rows of the second reading, from its head down.
  /// - Returns: those that the first reading lacks. What stands above all that it has arrived after it.
  public mutating func noteSecond(_ signIns: [SignIn]) -> [SignIn] {
    var lacking: [SignIn] = []
    for signIn in signIns {
      let row = numbers.number(of: signIn.id).number
      guard !second.contains(row) else { continue }
      second.formUnion([row])
      if first.contains(row) {
        knownAgain += 1
      } else if knownAgain > 0 || firstCount == 0 {
        lacking.append(signIn)
      }
    }
    late += lacking.count
    return lacking
  }
}
