import Elements
import SignInAnalysis

/// What has been read of one tenant, for as long as the program runs: sign-ins, counts, errors, and when.
@MainActor
public final class TenantStore {
  public let tenant: TenantReference
  /// The tenant's among those of the fleet; the same for as long as the program runs.
  public let number: TenantNumber
  public let counts: TenantCounts
  /// One for both lists: a sign-in is kept once. Nil while none is.
  private var signIns: NumberedSignIns?
  private var lists: [SignInScope: PagedSignIns] = [:]
  private var holds: [TenantHold: Int] = [:]
  private var calls = 0
  /// The newest call whose answer was taken in.
  private var newestCall = 0
  private let surroundings: FleetSurroundings

  init(of tenant: TenantReference, number: TenantNumber, in surroundings: FleetSurroundings) {
    self.tenant = tenant
    self.number = number
    self.surroundings = surroundings
    counts = TenantCounts(of: tenant, in: surroundings)
  }

  public func list(_ scope: SignInScope) -> PagedSignIns {
    if let list = lists[scope] { return list }
    let (client, tenant) = (surroundings.client, tenant)
    let list = PagedSignIns(scope: scope, of: self) { request, priority throws(ElementsError) in
      try await client.signIns(tenant, request, scope, priority)
    }
    lists[scope] = list
    return list
  }

  /// Sign-ins of both lists.
  public var rowCount: Int { signIns?.count ?? 0 }

  /// Nil for a row that is not there, such as one that was forgotten.
  public func signIn(at row: RowNumber) -> SignIn? {
    guard let signIns, Int(row) < signIns.count else { return nil }
    return signIns.signIn(at: row, words: surroundings.words)
  }

  public var snapshot: SignInSnapshot { (signIns ?? NumberedSignIns()).snapshot(words: surroundings.words) }

  func time(at row: RowNumber) -> Timestamp? {
    guard let signIns, Int(row) < signIns.count else { return nil }
    return signIns.time(at: row)
  }

  func now() -> Timestamp { surroundings.now() }

  // MARK: Staying

  /// Keeps the tenant's rows until as many `release`s for the same reason.
  public func hold(for reason: TenantHold) {
    let wasHeld = isHeld
    holds[reason, default: 0] += 1
    if !wasHeld { surroundings.holdChanged(self) }
  }

  public func release(_ reason: TenantHold) {
    guard let count = holds[reason] else { return }
    holds[reason] = count > 1 ? count - 1 : nil
    if !isHeld { surroundings.holdChanged(self) }
  }

  var isHeld: Bool { !holds.isEmpty }

  /// Forgets the sign-ins: the lists are as if they had never been read. Counts stay.
  func forget() {
    signIns = nil
    newestCall = calls
    for list in lists.values { list.forget() }
  }

  // MARK: Answers

  func nextCall() -> Int {
    calls += 1
    return calls
  }

  /// Puts a page's sign-ins into the table. What was sent earlier never overrules what was sent later.
  func take(_ page: [SignIn], call: Int) -> NumberedSignIns.Insertion {
    let known = rowCount
    let outcome = insert(page, overruling: call > newestCall)
    newestCall = max(newestCall, call)
    if rowCount > known { surroundings.rowsCame(rowCount - known, self) }
    return outcome
  }

  private func insert(_ page: [SignIn], overruling: Bool) -> NumberedSignIns.Insertion {
    // Taken out, so that it is changed in place.
    var table = signIns.take() ?? NumberedSignIns()
    defer { signIns = table }
    return table.insert(contentsOf: page, overruling: overruling, words: &surroundings.words)
  }

  func tellOthers(than list: PagedSignIns, changed: [FleetRow: SignIn]) {
    guard !changed.isEmpty else { return }
    for other in lists.values where other !== list { other.rowsChanged(changed) }
  }
}

/// Why a tenant's rows must stay.
public enum TenantHold: Hashable, Sendable, CaseIterable {
  /// It is on the screen.
  case open
  /// Going back leads to it.
  case wayBack
  /// Sign-ins of it are marked.
  case marked
  /// Its sign-ins are part of what is being examined.
  case examined
}
