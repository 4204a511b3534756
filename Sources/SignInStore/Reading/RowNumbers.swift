import Elements
import SignInAnalysis

/// Numbers for sign-ins that are read and let go of again: of a sign-in only its id is kept, a GUID in about 21 bytes.
struct RowNumbers: Sendable {
  private var ids = IDIndex()

  /// How many different ids were seen.
  var count: Int { ids.count }

  /// The number of an id: the next one where it was never seen.
  mutating func number(of id: SignIn.ID) -> RowNumber {
    ids.number(of: id).number
  }
}
