import Testing

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct PagingSnapshots {
  /// Scrolls to where the second page begins, at place 100.
  private func scrollToSecondPage(_ session: Session) {
    session.press(Array(repeating: .pageDown, count: 5))
    session.type("kkkk")
  }

  @Test("A page on its way leaves room for its rows")
  func pending() async throws {
    let session = await Session.inTenant { $0.hold(.signIns(.all, page: 2)) }
    scrollToSecondPage(session)
    try expectSnapshot(.tenantPagePending, of: session)
  }

  @Test("A page that failed says why in its place, and r tries it again")
  func failed() async throws {
    let session = await Session.inTenant { $0.failures[.signIns(.all, page: 2)] = .unavailable }
    scrollToSecondPage(session)
    await session.shows("service unavailable")
    try expectSnapshot(.tenantPageFailed, of: session)
    session.server.failures = [:]
    session.type("r")
    await session.reads(104)
    #expect(!session.text.contains("unavailable"))
  }

  @Test("Sign-ins that arrive are announced, and the rows on the screen stay")
  func arrivals() async throws {
    let session = await Session.inTenant(100, 24)
    let first = session.look().text(row: 4)
    session.server.signIns.insert(contentsOf: Samples.arrivals(12), at: 0)
    session.type("G")
    await session.shows("12 new")
    session.type("g")
    try expectSnapshot(.tenantArrivals, of: session)
    #expect(session.look().text(row: 4) == first)
  }

  @Test("Rows that may not be neighbours are marked until the page below was read again")
  func seam() async throws {
    let session = await Session.inTenant()
    session.type("G")
    await session.reads(249)
    session.server.hold(.signIns(.all, page: 3))
    for _ in 0..<2 { session.press(.pageUp) }
    await session.reads(190)
    try expectSnapshot(.tenantSeam, of: session)
    session.server.release(.signIns(.all, page: 3))
    await session.until("the proof") { !session.text.contains("may be missing") }
  }

  @Test("A server that gives one page for all is told, and nothing is called loaded or new")
  func repeatedPages() async throws {
    let session = await Session.inTenant { $0.repeatsFirstPage = true }
    scrollToSecondPage(session)
    await session.until("the doubt") { session.text.contains("pages repeat: rows are missing") }
    #expect(session.text.contains("100 of 250 read"))
    #expect(!session.text.contains(/all [0-9,]+ read/) && !session.text.contains("new"))
  }

  @Test("A server that counts no sign-ins and gives some is told, and they are shown")
  func wrongTotal() async throws {
    let session = await Session.inTenant { $0.total = .some(0) }
    await session.until("the doubt") { session.text.contains("100 read · more than the 0 that the server counts") }
    session.type("G")
    await session.reads(110)
  }

  @Test("A server that does not say how many sign-ins there are is told, and all are read")
  func noTotal() async throws {
    let session = await Session.inTenant { $0.total = .some(nil) }
    #expect(session.text.contains("100 read · the server does not say how many there are"))
    for place in [150, 210] {
      session.type("G")
      await session.reads(place)
    }
    await session.until("the end") { session.text.contains(/all [0-9,]+ read/) }
    #expect(session.status.contains("250 of 250"))
  }

  @Test("A search for the next risky sign-in shows how far it has got")
  func seeking() async throws {
    let session = await Session.inTenant { server in
      server.signIns = server.signIns.filter { $0.isRisk != true }
      server.hold(.signIns(.all, page: 2))
    }
    session.type("n")
    try expectSnapshot(.tenantSeeking, of: session)
  }

  @Test("A search that finds nothing says how much it has looked at")
  func noMoreRisk() async throws {
    let session = await Session.inTenant { $0.signIns = Samples.signIns(12) }
    session.type("nnnn")
    try expectSnapshot(.tenantNoMoreRisk, of: session)
  }
}
