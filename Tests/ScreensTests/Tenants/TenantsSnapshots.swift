import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct TenantsSnapshots {
  @Test("Before any answer, the list says that it reads customers")
  func loading() throws {
    try expectSnapshot(.tenantsLoading, of: Session { $0.hold(.customers(page: 1)) })
  }

  @Test("Tenants are shown before their counts are known")
  func countsLoading() async throws {
    let session = Session { server in
      for tenant in Samples.counts.keys { server.hold(.counts(tenant: tenant)) }
    }
    await session.shows("6 customers")
    try expectSnapshot(.tenantsCountsLoading, of: session)
  }

  @Test(
    "Many, few and no risky sign-ins, a missing count, refused tenants and a customer without tenants look different")
  func loaded() async throws {
    let asInLife: (ScriptedElements) -> Void = { server in
      server.risky = Samples.riskyAsInLife
      server.failures[.risk(tenant: "c-nameless/1")] = .forbidden
      server.failures[.counts(tenant: "c-nameless/1")] = .forbidden
    }
    try expectSnapshot(.tenants80, of: await .onTenants(80, 24, setting: asInLife))
    try expectSnapshot(.tenants120, of: await .onTenants(120, 40, setting: asInLife))
    try expectSnapshot(.tenants200, of: await .onTenants(200, 50, setting: asInLife))
    try expectSnapshot(.tenantsASCII, of: await .onTenants(80, 12, glyphs: .ascii, setting: asInLife))
    try expectSnapshot(.tenantsSmall, of: await .onTenants(40, 8, setting: asInLife))
  }

  @Test("Columns for which there is no room are scrolled in")
  func sideways() async throws {
    let session = await Session.onTenants { $0.risky = Samples.riskyAsInLife }
    session.type("lll")
    try expectSnapshot(.tenantsSideways, of: session)
  }

  @Test("While risky sign-ins are read, how many tenants are is told, and which are not examined")
  func reading() async throws {
    let session = Session(100, 12) { server in
      server.hold(.risk(tenant: "c-midori/1"), .risk(tenant: "c-evil/1"))
      server.failures[.counts(tenant: "c-zoe/1")] = .unavailable
    }
    await session.shows("risky read 4 of 6")
    await session.shows("service un")
    await session.shows("10 of 30")
    await session.judges()
    try expectSnapshot(.tenantsReading, of: session)
  }

  @Test("A refresh shows by how much the figures have changed")
  func refreshed() async throws {
    let session = await Session.onTenants(100, 12)
    session.server.risky["c-zoe/1"] = Samples.risky(10)
    session.server.risky["c-zoe/2"] = Samples.risky(5)
    session.server.failures[.risk(tenant: "c-evil/1")] = .unavailable
    session.type("r")
    await session.shows("+2")
    await session.shows("1 failed")
    await session.until("all answers") { session.model.picker.totals.answered == 6 }
    try expectSnapshot(.tenantsRefreshed, of: session)
  }

  @Test("Only tenants with risk are left, and those that can't be read")
  func riskyOnly() async throws {
    let session = await Session.onTenants(100, 12) { server in
      server.risky = Samples.riskyAsInLife
      server.failures[.risk(tenant: "c-nameless/1")] = .forbidden
    }
    session.type("R")
    try expectSnapshot(.tenantsRiskyOnly, of: session)
  }

  @Test("The orders of the list are in a menu, and the heading shows the one in force")
  func sorting() async throws {
    let session = await Session.onTenants(100, 14)
    session.type("s")
    try expectSnapshot(.tenantsSortMenu, of: session)
  }

  @Test("A condition on figures says that reading goes on, and gives no partial number as the last word")
  func figures() async throws {
    let session = Session(100, 12) { $0.hold(.risk(tenant: "c-midori/1"), .risk(tenant: "c-evil/1")) }
    session.type("/risky24h>7")
    session.press(.enter)
    await session.shows("2 so far, 4 of 6 read")
    await session.judges()
    try expectSnapshot(.tenantsFigures, of: session)
    session.server.release(.risk(tenant: "c-midori/1"))
    session.server.release(.risk(tenant: "c-evil/1"))
    await session.until("an end") { !session.text.contains("so far") }
    #expect(session.text.contains("2 of 7 rows shown"))
  }

  @Test("While pages of customers are missing, the summary says how many were read")
  func partlyRead() async throws {
    let session = Session { server in
      server.customersAPage = 3
      server.hold(.customers(page: 2), .counts(tenant: "c-midori/1"))
    }
    await session.shows("risky read 4 of 4")
    await session.shows("10 of 30")
    await session.shows("no actions")
    await session.shows("not given")
    await session.judges()
    try expectSnapshot(.tenantsPartlyRead, of: session)
  }

  @Test("When a later page of customers fails, what was read stays and the reason is told")
  func pageFailed() async throws {
    let session = await Session.onTenants { server in
      server.customersAPage = 3
      server.failures[.customers(page: 2)] = .unavailable
    }
    try expectSnapshot(.tenantsPageFailed, of: session)
  }

  @Test("The whole reason of a failed tenant is told when it is selected")
  func failedTenant() async throws {
    let session = await Session.onTenants(100, 14) { $0.failures[.counts(tenant: "c-zoe/1")] = .forbidden }
    session.type("j")
    try expectSnapshot(.tenantsFailedTenant, of: session)
  }

  @Test("A registration that may not list customers is shown the tenants of its profile, and what is missing")
  func listed() async throws {
    let preferences = TenantPreferences(listed: Array(Samples.customers.prefix(2)))
    let session = await Session.onTenants(110, 12, preferences: preferences) {
      $0.failures[.customers(page: 1)] = .forbidden
    }
    try expectSnapshot(.tenantsListed, of: session)
  }

  @Test("Favourites have a star beside their names, and a tenant stands out from the threshold on")
  func favourites() async throws {
    let preferences = TenantPreferences(
      favourites: ["MIDORI.onmicrosoft.com", "c-zoe/2"], riskyActions: 11)
    try expectSnapshot(.tenantsFavourites, of: await .onTenants(100, 12, preferences: preferences))
  }

  @Test("The list follows while a filter is typed, and Enter keeps it")
  func filtering() async throws {
    let session = await Session.onTenants()
    session.type("/zoe AB")
    try expectSnapshot(.tenantsPrompt, of: session)
    session.press(.enter)
    try expectSnapshot(.tenantsFiltered, of: session)
  }

  @Test("A filter that nothing matches says so and how to get rid of it")
  func noMatch() async throws {
    let session = await Session.onTenants()
    session.type("/nobody")
    session.press(.enter)
    try expectSnapshot(.tenantsNoMatch, of: session)
  }

  @Test("Where nothing matches, the tenants that could not be read are counted")
  func noMatchAmongThoseRead() async throws {
    let session = await Session.onTenants { $0.refusedTenants = ["c-zoe/1", "c-midori/1"] }
    session.type("/risky24h>1000")
    session.press(.enter)
    #expect(session.text.contains("no tenant matches"))
    #expect(session.text.contains("the sign-ins of 2 tenants could not be read (2 refused)"))
  }

  @Test("A refused list of customers says why and what to do, in whole sentences")
  func failed() async throws {
    let session = Session { $0.failures[.customers(page: 1)] = .forbidden }
    await session.shows("not granted")
    try expectSnapshot(.tenantsFailed, of: session)
  }

  @Test("A registration without customers is told so")
  func empty() async throws {
    let session = Session { $0.customers = [] }
    await session.shows("no customers")
    try expectSnapshot(.tenantsEmpty, of: session)
  }

  @Test("A server that asks to wait is told with the time at which it goes on")
  func heldBack() throws {
    let session = Session(heldBackUntil: Samples.time(0)) { $0.hold(.customers(page: 1)) }
    try expectSnapshot(.tenantsHeldBack, of: session)
  }
}
