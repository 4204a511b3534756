import Elements
import ElementsSandbox
import Testing

@testable import ElementsHTTP

/// Faults of which whoever reads the list sees nothing.
@Suite(.timeLimit(.minutes(10))) struct SurvivedFaultTests {
  @Test(arguments: [
    (FaultKind.throttled, 0.4), (.throttledUntilDate, 0.4), (.throttledBare, 0.4), (.badGateway, 0.3), (.reset, 0.3),
    (.cut, 0.25), (.expire, 0.3),
  ])
  func `What is asked for again comes as it is, each row once`(kind: FaultKind, share: Double) async throws {
    try await withFaults(Faults([kind: share])) { sandbox in
      let reading = try await sandbox.read()
      #expect(reading.error == nil && reading.coverage.isProven, "\(String(describing: reading.error))")
      #expect(try reading.rows == sandbox.rows())
      #expect(sandbox.calls > 8, "the fault was met: eight pages took more than eight calls")
    }
  }

  @Test(arguments: [FaultKind.drip, .bom])
  func `A body in pieces or with a mark before it is read at once`(kind: FaultKind) async throws {
    try await withFaults(Faults([kind: 1])) { sandbox in
      let reading = try await sandbox.read()
      #expect(try reading.rows == sandbox.rows() && sandbox.calls == 8)
    }
  }

  @Test func `A token that expires early costs one more call and one more token`() async throws {
    try await withFaults(Faults([.expire: 0.3])) { sandbox in
      _ = try await sandbox.read()
      let refused = sandbox.statuses[401] ?? 0
      #expect(refused > 0 && sandbox.tokens == 1 + refused)
    }
  }

  @Test func `A token that expires early while six calls are under way costs no tenant`() async throws {
    // A token is good for 25 calls at least: none waits so long between its token and its answer that 25 others pass it.
    try await withFaults(Faults([.expire: 0.02]), gate: GateLimits()) {
      ($0.customers, $0.grantsAllTenants) = (150, true)
    } _: { sandbox in
      #expect(await sandbox.failuresOfAllCounts() == [])
      #expect(sandbox.statuses[401] ?? 0 > 0 && sandbox.statuses[200] ?? 0 > 150)
    }
  }

  @Test(arguments: [SignInScope.all, .risky])
  func `Pages that shift, repeat rows and are smaller than asked for give all rows once`(
    scope: SignInScope
  ) async throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      for faults in [Faults([.shift: 1]), Faults([.repeated: 1]), Faults([.small: 1])] {
        try await withFaults(faults, seed: seed) { sandbox in
          let tenant = try sandbox.tenant()
          let known = tenant.signIns(scope, at: 0..<tenant.initialSignIns, of: tenant.initialSignIns).map(\.signIn)
          let reading = try await sandbox.read(scope)
          #expect(reading.error == nil && reading.coverage.isProven, "\(faults) \(reading.coverage)")
          // What arrives before the first page is read is part of the list.
          #expect(reading.rows.suffix(known.count) == known[...])
          #expect(Set(reading.rows.map(\.id)).count == reading.rows.count)
        }
      }
    }
  }

  @Test func `All of these at once give all rows once`() async throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      let faults = Faults([
        .shift: 0.5, .repeated: 0.5, .small: 1, .throttled: 0.1, .reset: 0.05, .expire: 0.02, .bom: 0.5,
      ])
      try await withFaults(faults, seed: seed) { sandbox in
        let reading = try await sandbox.read()
        #expect(reading.error == nil && reading.coverage.isProven, "seed \(seed): \(reading.coverage)")
        #expect(try reading.rows.suffix(730) == sandbox.rows()[...], "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    "shift:0.5,repeat:0.5", "shift:1,small:1", "repeat:0.3,small:1,bom", "shift:0.3,repeat:0.3,unsorted:1",
  ])
  func `Four pages at a time, in whatever order, give all rows once`(list: String) async throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      try await withFaults(try Faults(list: list), signIns: 1_430, seed: seed, gate: GateLimits()) { sandbox in
        let reading = try await sandbox.read(pagesAhead: 4)
        #expect(reading.error == nil && reading.coverage.isProven, "seed \(seed): \(reading.coverage)")
        let known = Set(try sandbox.rows().map(\.id))
        let ids = reading.rows.map(\.id)
        #expect(Set(ids).count == ids.count && known.isSubset(of: ids), "seed \(seed)")
      }
    }
  }

  @Test func `Rows out of order come once each`() async throws {
    try await withFaults(Faults([.unsorted: 1])) { sandbox in
      let reading = try await sandbox.read()
      let rows = try sandbox.rows()
      #expect(reading.coverage.isProven && reading.rows != rows)
      #expect(reading.rows.map(\.id).sorted() == rows.map(\.id).sorted())
    }
  }

  @Test(arguments: Dialect.allCases)
  func `Of dirty rows each comes once, with its time`(dialect: Dialect) async throws {
    try await withFaults(Faults([.dirty: 1])) {
      $0.dialect = dialect
    } _: { sandbox in
      let reading = try await sandbox.read()
      let rows = try sandbox.rows()
      #expect(reading.error == nil && reading.coverage.isProven)
      #expect(reading.rows.map(\.id) == rows.map(\.id))
      #expect(reading.rows.map(\.loginTime) == rows.map(\.loginTime))
      #expect(reading.rows.map(\.isRisk) == rows.map(\.isRisk))
      // What dirt may take away it may not change.
      for (read, row) in zip(reading.rows, rows) {
        #expect(read.location == nil || read.location == row.location)
        #expect(read.ip == nil || read.ip == row.ip)
      }
    }
  }

  @Test func `Dirty customers come with their tenants`() async throws {
    try await withFaults(Faults([.dirty: 1])) { sandbox in
      let page = try await sandbox.client.customers(firstPage, .onScreen)
      #expect(page.items.map(\.id) == sandbox.world.customers.map(\.id))
      #expect(page.items.map(\.tenants) == sandbox.world.customers.map(\.tenants))
      #expect(page.items.map(\.jobStatus) == sandbox.world.customers.map(\.jobStatus))
      #expect(page.totalCount == 12 && page.unreadable.isEmpty)
    }
  }

  @Test func `Dirty counts are counts`() async throws {
    try await withFaults(Faults([.dirty: 1])) { sandbox in
      let tenant = try sandbox.tenant()
      let counts = try await sandbox.client.actionCounts(tenant.reference, nil, .onScreen)
      #expect(counts == tenant.actionCounts)
    }
  }
}
