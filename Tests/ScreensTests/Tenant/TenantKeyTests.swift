import TerminalUI
import Testing

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct TenantKeyTests {
  @Test("Enter on a customer without tenants says so and stays")
  func noTenants() async {
    let session = await Session.onTenants()
    session.type("G")
    session.press(.enter)
    #expect(session.model.tenant == nil)
    #expect(session.status.contains("Fabrikam, Inc. has no tenants"))
  }

  @Test("A message goes with the next key, and stays in the history")
  func messagesGo() async {
    let session = await Session.onTenants()
    session.type("G")
    session.press(.enter)
    session.type("k")
    #expect(!session.text.contains("has no tenants"))
    session.type("M")
    #expect(session.text.contains("Fabrikam, Inc. has no tenants"))
  }

  @Test("R goes to the risky ones and back, and each list keeps its own place")
  func riskyOnly() async {
    let session = await Session.inTenant()
    session.type("jjj")
    session.type("R")
    await session.reads(0)
    #expect(session.text.contains("Risky only"))
    #expect(session.signIns?.selected?.id == "signin-0")
    session.type("jR")
    #expect(session.signIns?.selected?.id == "signin-3")
    session.type("R")
    #expect(session.signIns?.selected?.id == "signin-2")
  }

  @Test("n and N go from one risky sign-in to the next")
  func seeking() async {
    let session = await Session.inTenant()
    session.type("n")
    #expect(session.signIns?.selected?.id == "signin-2")
    session.type("nn")
    #expect(session.signIns?.selected?.id == "signin-31")
    session.type("N")
    #expect(session.signIns?.selected?.id == "signin-8")
  }

  @Test("n reads on past what is loaded")
  func seekingFurther() async {
    let session = await Session.inTenant { server in
      server.signIns = (0..<250).map { Samples.signIn($0) }.filter { $0.isRisk != true || $0.id == "signin-217" }
    }
    session.type("n")
    await session.until("the risky one") { session.signIns?.selected?.id == "signin-217" }
    #expect(session.signIns?.seek == nil)
  }

  @Test("On a filtered list n waits for the pages above, whichever answers first", arguments: [310, 434, 0])
  func seekingInOrder(other: Int) async {
    let session = await Session.inTenant { server in
      let risky: Set = ["signin-217", "signin-\(other)"]
      server.signIns = (0..<500).map { Samples.signIn($0) }.filter { $0.isRisk != true || risky.contains($0.id) }
    }
    // The list's end is loaded before what lies above it.
    session.type("G")
    await session.until("the page below") { (session.signIns?.coverage.loaded ?? 0) > 100 }
    session.type("g")
    session.server.hold(.signIns(.all, page: 3))
    session.type("/user:e")
    session.press(.enter)
    session.type("n")
    await session.until("the page above") { (session.signIns?.narrowedCoverage?.scanned ?? 0) > 200 }
    #expect(session.signIns?.seek != nil, "the nearest is not known yet")
    session.server.release(.signIns(.all, page: 3))
    await session.until("the nearest risky one") { session.signIns?.seek == nil }
    #expect(session.signIns?.selected?.id == "signin-217")
  }

  @Test("Moving by hand ends a search")
  func movingEndsSeeking() async {
    let session = await Session.inTenant { server in
      server.signIns = Samples.signIns(250).filter { $0.isRisk != true }
      server.hold(.signIns(.all, page: 2))
    }
    session.type("n")
    #expect(session.text.contains("next risky"))
    session.type("j")
    #expect(!session.text.contains("next risky:"))
    #expect(session.selected == 1)
  }

  @Test("A search upwards says that it looks for the previous one")
  func seekingUp() async {
    let session = await Session.inTenant { server in
      server.signIns = Samples.signIns(250).filter { $0.isRisk != true }
      server.hold(.signIns(.all, page: 2))
    }
    session.type("G")
    await session.reads(230)
    session.type("N")
    #expect(session.status.contains("previous risky"))
  }

  @Test("[ and ] go to the tenants around, past customers without any, and stop at the ends")
  func neighbours() async {
    let session = await Session.inTenant()
    let tenants = session.model.picker.rows.compactMap { $0.tenant?.id }
    session.type(String(repeating: "[", count: tenants.count))
    #expect(session.status.contains("this is the first tenant"))
    #expect(session.model.tenant?.identity.reference.tenantID == tenants.first)
    session.type("]")
    #expect(session.model.tenant?.identity.reference.tenantID == tenants[1])
    session.type(String(repeating: "]", count: tenants.count))
    #expect(session.status.contains("this is the last tenant"))
    session.type("q")
    #expect(session.model.picker.selected?.tenant?.id == tenants.last)
  }

  @Test("z changes between UTC and local time everywhere")
  func zone() async {
    let session = await Session.inTenant(120, 24)
    #expect(session.text.contains("TIME (UTC)"))
    #expect(session.text.contains("2026-11-20 21:59:12"))
    session.type("z")
    #expect(session.text.contains("TIME (local)"))
    #expect(session.text.contains("local time"))
    #expect(session.text.contains("2026-11-21 03:29:12"))
    session.type("z")
    #expect(session.text.contains("2026-11-20 21:59:12"))
  }

  @Test("r tries again what failed", arguments: [Key.character("r"), .function(5)])
  func refresh(key: Key) async {
    let session = await Session.inTenant { $0.failures[.signIns(.all, page: 1)] = .unavailable }
    #expect(session.text.contains("service unavailable"))
    session.server.failures = [:]
    session.press(key)
    await session.reads(0)
  }
}
