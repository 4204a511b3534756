import Elements
import SignInAnalysis

/// The sign-ins of one tenant, as its lists share them: each is kept once, whichever list it came by.
@MainActor
final class TenantTable {
  let number: TenantNumber
  /// Told of rows that were known and have changed, with what they were, and by which list they came.
  let changes = Observers<(rows: [FleetRow: SignIn], list: PagedSignIns)>()
  /// Nil while there are none.
  private var signIns: NumberedSignIns?
  /// Of the rows as they are, without words: each tenant would keep those of another moment. Nil until somebody asks.
  private var known: SignInSnapshot?
  private var calls = 0
  /// The newest call whose answer was taken in.
  private var newestCall = 0
  private let surroundings: FleetSurroundings

  init(number: TenantNumber, in surroundings: FleetSurroundings) {
    self.number = number
    self.surroundings = surroundings
  }

  var count: Int { signIns?.count ?? 0 }

  /// Nil for a row that is not there, such as one that was forgotten.
  func signIn(at row: RowNumber) -> SignIn? {
    guard let signIns, Int(row) < signIns.count else { return nil }
    return signIns.signIn(at: row, words: surroundings.words)
  }

  func time(at row: RowNumber) -> Timestamp? {
    guard let signIns, Int(row) < signIns.count else { return nil }
    return signIns.time(at: row)
  }

  var snapshot: SignInSnapshot {
    let rows = known ?? (signIns ?? NumberedSignIns()).snapshot(words: SignInWords())
    known = rows
    return rows.reading(surroundings.words)
  }

  func now() -> Timestamp { surroundings.now() }

  /// What was sent before is no longer older than anything.
  func forget() {
    signIns = nil
    known = nil
    newestCall = calls
    surroundings.tableChanges.tell(TableChange(tenant: number, isForgotten: true))
  }

  // MARK: Answers

  func nextCall() -> Int {
    calls += 1
    return calls
  }

  /// Puts a page's sign-ins into the table. What was sent earlier never overrules what was sent later.
  func take(_ page: [SignIn], call: Int) -> NumberedSignIns.Insertion {
    let before = count
    let outcome = insert(page, overruling: call > newestCall)
    newestCall = max(newestCall, call)
    if count > before || !outcome.changed.isEmpty {
      surroundings.tableChanges.tell(
        TableChange(tenant: number, new: RowNumber(before)..<RowNumber(count), changed: outcome.changed))
    }
    if count > before { surroundings.rowsCame(count - before, number) }
    return outcome
  }

  /// A list knows where the page stands in it.
  func pageTaken() {
    surroundings.pagesTaken.tell(number)
  }

  private func insert(_ page: [SignIn], overruling: Bool) -> NumberedSignIns.Insertion {
    // Nothing else may hold what is changed, so that it is changed in place.
    known = nil
    var table = signIns.take() ?? NumberedSignIns()
    defer { signIns = table }
    return table.insert(contentsOf: page, overruling: overruling, words: &surroundings.words)
  }
}
