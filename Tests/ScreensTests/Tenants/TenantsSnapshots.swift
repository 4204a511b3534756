import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct TenantsSnapshots {
  @Test("Before any answer, the picker says that it reads customers")
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

  @Test("Counts, no actions, a missing count, a refused tenant and a customer without tenants all look different")
  func loaded() async throws {
    let refuse: (ScriptedElements) -> Void = { $0.failures[.counts(tenant: "c-nameless/1")] = .forbidden }
    try expectSnapshot(.tenants80, of: await .onTenants(80, 24, setting: refuse))
    try expectSnapshot(.tenants120, of: await .onTenants(120, 40, setting: refuse))
    try expectSnapshot(.tenantsASCII, of: await .onTenants(80, 12, glyphs: .ascii, setting: refuse))
    try expectSnapshot(.tenantsSmall, of: await .onTenants(40, 8, setting: refuse))
  }

  @Test("While pages of customers are missing, the summary says how many were read")
  func partlyRead() async throws {
    let session = Session { server in
      server.customersAPage = 3
      server.hold(.customers(page: 2), .counts(tenant: "c-midori/1"))
    }
    await session.shows("33 %")
    await session.shows("no actions")
    await session.shows("n/a")
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

  @Test("Favourites stand first, and a tenant stands out from the threshold on")
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
