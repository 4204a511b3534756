import Elements
import SignInAnalysis
import Testing

/// What one signal explains, folded to its row.
struct SignalFoldsTests {
  /// Six users at one address within six minutes, one of them risky, and a sign-in elsewhere.
  private let world = SignalWorld(
    (0..<6).map { .made("\($0)", minute: Double($0), user: "u\($0)", isRisk: $0 == 0) }
      + [.made("elsewhere", minute: 3, user: "u9", ip: "192.0.2.9")], since: -7 * 1_440)

  private func folds(
    opened: Set<FleetRow> = [], isListed: (FleetRow) -> Bool = { _ in true }
  ) -> SignalFolds {
    var world = world
    return SignalFolds(world.table(), of: [0], opened: opened, isListed: isListed)
  }

  private let row = { FleetRow(tenant: 0, row: $0) }

  @Test func `The sign-ins of a shared address fold to the one that completed it`() {
    let folds = folds()
    let others: [RowNumber] = [0, 1, 2, 3, 5]
    #expect(folds.count == 5 && others.allSatisfy { folds.standIn(for: row($0)) == row(4) })
    #expect(Set(folds.rows(under: row(4))) == Set(others.map(row)))
    #expect(folds.standIn(for: row(4)) == nil && folds.standIn(for: row(6)) == nil)
  }

  @Test func `Nothing is folded to a row that is not listed, or that was opened`() {
    #expect(folds { $0 != row(4) }.count == 0)
    #expect(folds(opened: [row(4)]).count == 0)
    #expect(folds { $0 != row(1) }.count == 4)
  }
}
