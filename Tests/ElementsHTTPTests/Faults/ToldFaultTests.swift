import Elements
import ElementsSandbox
import Testing

@testable import ElementsHTTP

/// Faults that can't be helped: they are told as what they are, and what came is still right.
@Suite(.timeLimit(.minutes(10))) struct ToldFaultTests {
  /// Why the first tenant's counts can't be had.
  private func reasonForNoCounts(_ faults: Faults) async throws -> ElementsError.Reason? {
    var found: ElementsError.Reason?
    try await withFaults(faults) { sandbox in
      let tenant = try sandbox.tenant().reference
      found = await reason { () throws(ElementsError) in
        try await sandbox.client.actionCounts(tenant, nil, .onScreen)
      }
    }
    return found
  }

  @Test(arguments: [(FaultKind.forbidden, 403), (.missing, 404), (.badGateway, 502)])
  func `A status that stays is the answer`(kind: FaultKind, status: Int) async throws {
    guard case .refused(let refusal)? = try await reasonForNoCounts(Faults([kind: 1])) else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.status == status && refusal.requestID != nil)
  }

  @Test func `A server that stays in trouble is told by its last status`() async throws {
    guard case .refused(let refusal)? = try await reasonForNoCounts(Faults([.serverError: 1])) else {
      Issue.record("not refused")
      return
    }
    #expect([500, 502, 503, 504].contains(refusal.status))
  }

  @Test func `A server that throttles for ever is told as such`() async throws {
    for kind in [FaultKind.throttled, .throttledUntilDate, .throttledBare] {
      guard case .throttled(let refusal, _)? = try await reasonForNoCounts(Faults([kind: 1])) else {
        Issue.record("not throttled")
        return
      }
      #expect(refusal.status == 429 && refusal.message == "Too many requests.")
    }
  }

  @Test(arguments: [
    (FaultKind.reset, "the server closed the connection"),
    (.cut, "the server closed the connection before the answer was whole"),
  ])
  func `A connection that breaks each time is unreachable after three tries`(
    kind: FaultKind, cause: String
  ) async throws {
    try await withFaults(Faults([kind: 1])) { sandbox in
      let tenant = try sandbox.tenant().reference
      let found = await reason { () throws(ElementsError) in
        try await sandbox.client.actionCounts(tenant, nil, .onScreen)
      }
      #expect(found == .unreachable(host: "127.0.0.1", cause: cause))
      #expect(sandbox.calls == 3)
    }
  }

  @Test func `An HTML page is named as one`() async throws {
    guard
      case .unexpectedAnswer(_, "the top level", "an HTML page", .some)? = try await reasonForNoCounts(
        Faults([.html: 1]))
    else {
      Issue.record("no HTML page")
      return
    }
  }

  @Test func `JSON that ends early is no answer, and no row of it is taken`() async throws {
    try await withFaults(Faults([.short: 1])) { sandbox in
      let reading = try await sandbox.read()
      guard case .unexpectedAnswer(_, "the top level", let found, .some)? = reading.error?.reason else {
        Issue.record("\(String(describing: reading.error))")
        return
      }
      #expect(reading.rows.isEmpty && found.hasPrefix("text “{\"data\":[{\"id\":"))
    }
  }

  @Test func `Rows that can't be read are left out and counted, each once`() async throws {
    try await withFaults(Faults([.unreadable: 0.2, .shift: 0.5])) { sandbox in
      let reading = try await sandbox.read()
      let rows = try sandbox.rows()
      let struck = Set(rows.map(\.id).filter { sandbox.configuration.strikes(.unreadable, rowID: $0) })
      #expect(reading.error == nil && struck.count > 100)
      let known = rows.filter { !struck.contains($0.id) }
      #expect(reading.rows.suffix(known.count) == known[...])
      let total = try #require(reading.coverage.total)
      #expect(reading.coverage.unreadableCount == total - reading.rows.count)
      #expect(reading.coverage.doubts.isEmpty)
    }
  }

  @Test func `A page that failed can be asked for again, and then all rows are there`() async throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      try await withFaults(Faults([.serverError: 0.5, .short: 0.2, .html: 0.2]), seed: seed) { sandbox in
        let tenant = try sandbox.tenant().reference
        var (rows, failures) = ([SignIn](), 0)
        while rows.count < 730, failures < 200 {
          let request = PageRequest(index: rows.count / 100 + 1)
          do throws(ElementsError) {
            rows += try await sandbox.client.signIns(tenant, request, .all, .onScreen).items
          } catch {
            failures += 1
          }
        }
        #expect(try failures > 0 && rows == sandbox.rows())
      }
    }
  }

  @Test func `Without the customers' scope tenants can still be read`() async throws {
    try await withFaults(.none) {
      $0.scopes = [Scope.userManagement]
    } _: { sandbox in
      let counts = try await sandbox.client.actionCounts(sandbox.tenant().reference, nil, .onScreen)
      #expect(try counts == sandbox.tenant().actionCounts)
      let found = await reason { () throws(ElementsError) in try await sandbox.client.customers(firstPage, .onScreen) }
      guard case .refused(let refusal)? = found else {
        Issue.record("\(String(describing: found))")
        return
      }
      #expect(refusal.status == 403)
    }
  }

  @Test func `With a little of everything no row is wrong, and what is missing is told`() async throws {
    let faults = try Faults(list: "all,latency:0,403:0,404:0")
    var complete = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      try await withFaults(faults, seed: seed) { sandbox in
        let reading = try await sandbox.read()
        let known = Dictionary(uniqueKeysWithValues: try sandbox.rows().map { ($0.id, $0) })
        #expect(Set(reading.rows.map(\.id)).count == reading.rows.count, "seed \(seed)")
        #expect(reading.rows.allSatisfy { known[$0.id] == nil || known[$0.id]?.loginTime == $0.loginTime })
        let missing = known.count - reading.rows.count { known[$0.id] != nil }
        let isTold = missing <= reading.coverage.unreadableCount || !reading.coverage.doubts.isEmpty
        #expect(reading.error != nil || isTold, "seed \(seed): \(reading.coverage)")
        if reading.error == nil, missing == 0 { complete += 1 }
      }
    }
    #expect(complete > 0)
  }
}
