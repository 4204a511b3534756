import Elements
import Randomness
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

/// A narrowed list that follows page by page, held against one that is made anew.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct NarrowedSignInsTests {
  let api = FakeElements()
  let changes = Changes()

  private func signIns(_ random: inout SplitMix) -> [SignIn] {
    (0..<700).map { number in
      SignIn(
        id: "s\(number)", loginTime: Timestamp(unixSeconds: 1_790_000_000 - Int64(number) * 60), userID: nil,
        userDisplayName: "User \(Int.random(in: 0..<40, using: &random))", userPrincipalName: nil,
        ip: random.chance(10) ? nil : "192.0.2.\(Int.random(in: 0..<200, using: &random))", location: nil,
        country: ["NL", "US", nil].randomElement(using: &random) ?? nil, city: nil, isRisk: random.chance(30))
    }
  }

  private func orders() -> [SignInOrder?] {
    [nil]
      + SignInColumn.allCases.flatMap { column in
        [true, false].map { SignInOrder(column: column, isDescending: $0) }
      }
  }

  @Test(arguments: 0..<6)
  func `Pages in any order, changed rows and both lists leave what a list made anew holds`(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    var all = signIns(&random)
    api.change { $0.signIns[.numbered(1)] = all }
    let store = Fleet(client: api.client, now: { .testNow }).open(.numbered(1))
    let (list, risky) = (store.list(.all), store.list(.risky))
    for list in [list, risky] { list.changes.add(changes) { [changes] _ in changes.happened() } }
    let filter = try Filter(parsing: "risky:yes", in: FilterContext(now: .testNow))
    let narrowings = orders().flatMap { order in [nil, filter].map { Narrowing(filter: $0, order: order) } }
    let lists = narrowings.map { NarrowedSignIns($0, of: list, screenful: 20) }
    for _ in 0..<8 {
      let top = Int.random(in: 0..<690, using: &random)
      let source = random.chance(70) ? list : risky
      source.show(PagingWindow(visible: top..<top + 10, ahead: top..<top), for: changes)
      await changes.until { source.isIdle }
      for place in all.indices where random.chance(5) { all[place] = all[place].turned }
      api.change { $0.signIns[.numbered(1)] = all }
      if random.chance(30) { source.refresh() }
      await changes.until { source.isIdle }
      for narrowed in lists { expectSame(narrowed, of: list) }
    }
  }

  private func expectSame(_ narrowed: NarrowedSignIns, of list: PagedSignIns) {
    let anew = NarrowedSignIns(narrowed.narrowing, of: list, screenful: 20)
    let rows = narrowed.loadedRows.all()
    #expect(rows == anew.loadedRows.all(), "\(narrowed.narrowing)")
    let some = stride(from: 0, to: rows.count, by: 23)
    #expect(some.allSatisfy { narrowed.place(of: rows[$0]) == $0 && narrowed.row(at: $0) == rows[$0] })
  }
}

extension SignIn {
  /// The same, risky where it was not.
  fileprivate var turned: SignIn {
    SignIn(
      id: id, loginTime: loginTime, userID: userID, userDisplayName: userDisplayName,
      userPrincipalName: userPrincipalName, ip: ip, location: location, country: country, city: city,
      isRisk: isRisk.map { !$0 })
  }
}
