import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import ViewModels

/// Something else is on top than was expected.
private struct Absent: Error {}

@MainActor
@Suite(.timeLimit(.minutes(10))) struct EvidenceTests {
  let api = FakeElements()
  let changes = Changes()

  /// Two tenants; Vera of the first signs in from Amsterdam at 20:37 and from Lagos at 22:40, where she stays. The
  /// second has the same address.
  private func start(newer: [SignIn] = []) async -> DashboardModel {
    api.change { state in
      state.customers = (0..<2).map { Customer.numbered($0) }
      let stayed = (0..<3).map { lagos($0) }
      let usual = (0..<18).map { amsterdam($0) }
      state.signIns[.numbered(0)] = newer + stayed.reversed() + usual
      state.signIns[.numbered(1)] = [other]
    }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (3_600, "CET") },
      handOver: HandOverPreferences(ticketWays: [.clipboard]), now: { Timestamp.testNow },
      pause: { _ in }, onChange: changes.happened)
    model.picker.resize(height: 10)
    await changes.until { model.picker.totals.answered == 2 }
    return model
  }

  /// 2026-11-23 20:37 UTC.
  private let start = Int64(1_795_466_220)

  private func amsterdam(_ number: Int) -> SignIn {
    signIn("a\(number)", start - Int64(number) * 36_000, "192.0.2.10", "NL", "Amsterdam", 52.37, 4.89, isRisk: false)
  }

  private func lagos(_ number: Int) -> SignIn {
    signIn(
      "b\(number)", start + 123 * 60 + Int64(number) * 1_200, "198.51.100.66", "NG", "Lagos", 6.45, 3.39, isRisk: true)
  }

  private var other: SignIn {
    signIn("c", start, "198.51.100.66", "NG", "Lagos", 6.45, 3.39, isRisk: true, user: "eve@fjord.example")
  }

  private func signIn(
    _ id: String, _ time: Int64, _ ip: String, _ country: String, _ city: String, _ latitude: Double,
    _ longitude: Double, isRisk: Bool, user: String = "vera@contoso.example"
  ) -> SignIn {
    SignIn(
      id: id, loginTime: Timestamp(unixSeconds: time), userID: user, userDisplayName: "V", userPrincipalName: user,
      ip: ip, location: Location(latitude: latitude, longitude: longitude), country: country, city: city,
      isRisk: isRisk)
  }

  /// In the details of a sign-in of the first tenant, with all its evidence.
  private func details(of id: String, _ model: DashboardModel) async -> SignInModel? {
    model.picker.select(model.picker.rows.firstIndex { $0.reference == .numbered(0) } ?? 0)
    model.perform(.openTenant)
    model.tenant?.signInList.resize(height: 30)
    await changes.until { model.tenant?.signInList.coverage.isComplete == true }
    while model.tenant?.signInList.selected?.id != id { model.perform(.down) }
    model.perform(.openSignIn)
    guard case .signIn(let details) = model.navigator.top else { return nil }
    await changes.until { details.isSettled }
    return details
  }

  private func text(_ details: SignInModel?) -> String {
    guard let evidence = details?.evidence else { return "" }
    return evidence.lines.map { line in
      switch line {
      case .heading(let text), .fact(let text), .quiet(let text), .signal(let text, _, _): text
      case .named(let number, let role): "[\(number)] \(role): \(evidence.named[number].text)"
      case .lanes(let lanes): lanes.lanes.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
      }
    }.joined(separator: "\n")
  }

  @Test func `The details tell each signal in full, with both ends`() async {
    let model = await start()
    let text = text(await details(of: "b0", model))
    #expect(text.contains("travel, medium") && text.contains("against: 3 of 21 sign-ins read are risky"))
    #expect(text.contains("NL Amsterdam 11-23 20:37 → NG Lagos 11-23 22:40: 5,"))
    #expect(text.contains("stayed 40 min (3) at 198.51.100.66"))
    #expect(text.contains("known: sign-ins from "))
    #expect(text.contains("[0] with: NL Amsterdam, 11-23 20:37, 192.0.2.10, not risky so far"))
  }

  @Test func `They tell what came before and after, what is usual on what baseline, and where else`() async {
    let model = await start()
    let text = text(await details(of: "b0", model))
    #expect(text.contains("before: NL Amsterdam, 11-23 20:37") && text.contains("after: NG Lagos, 11-23 23:00"))
    #expect(text.contains("first from NG in the 7 days read"))
    #expect(text.contains("first from 198.51.100.66 in the 7 days read"))
    #expect(text.contains("this address: seen in 1 other tenant"))
    #expect(text.contains("Customer 1: 1 sign-in, 1 risky, newest: NG Lagos"))
    #expect(text.contains("this user: not in what is read of 1 other tenant"))
    #expect(text.contains("whether the sign-in succeeded"))
    #expect(text.contains("country(\"NG\") 3, country(\"NL\") 5"))
  }

  @Test func `A named sign-in is one key away, in its tenant, and Escape comes back to the details`() async throws {
    let model = await start()
    let details = try #require(await details(of: "b0", model))
    for _ in 0..<2 { model.perform(.previousNamed) }
    let last = try #require(details.chosen.flatMap { details.evidence?.named[$0] })
    #expect(last.text.hasPrefix("NG Lagos"))
    model.perform(.openNamed)
    let there = model.tenant?.signInList
    there?.resize(height: 10)
    #expect(model.tenant?.identity.reference == .numbered(1))
    await changes.until { there?.selected?.id == "c" }
    model.perform(.escape)
    #expect(model.overlay == .signIn && details.selected?.id == "b0" && details.chosen != nil)
    for _ in 0..<2 { model.perform(.nextNamed) }
    #expect(details.chosen == nil, "past the last none is chosen")
    model.perform(.down)
    #expect(details.evidence == nil && details.selected?.id == "a0")
    await changes.until { details.isSettled }
    #expect(text(details).contains("192.0.2.10: usual"))
  }

  @Test func `From the list of tenants three keys lead to the evidence of the worst sign-in, however far back it is`()
    async throws
  {
    // So many newer ones that the first page of all sign-ins does not hold it.
    let newer = (0..<150).reversed().map {
      signIn(
        "n\($0)", start + 90_000 + Int64($0) * 60, "192.0.2.20", "NL", "Utrecht", 52.09, 5.12, isRisk: false,
        user: "noor@contoso.example")
    }
    let model = await start(newer: newer)
    await changes.until { model.areSignalsCurrent }
    model.picker.select(model.picker.rows.firstIndex { $0.reference == .numbered(0) } ?? 0)
    for command in [CommandID.openTenant, .nextSignal, .openSignIn] {
      model.perform(command)
      model.tenant?.signInList.resize(height: 30)
    }
    guard case .signIn(let details) = model.navigator.top else { throw Absent() }
    #expect(details.selected?.isRisk == true && model.tenant?.signInList.scope == .risky)
    await changes.until { details.isSettled }
    #expect(text(details).hasPrefix("Signals\n"))
    #expect(details.evidence?.signals.contains { !$0.isQuiet } == true)
    // What speaks against it rests on the others too, which are read meanwhile.
    await changes.until { details.isSettled && self.text(details).contains("against: ") }
    #expect(api.log.contains(.signIns(.numbered(0), .all, page: 1)))
  }

  @Test func `Another selection while evidence is made is the one that is shown`() async throws {
    let model = await start()
    let details = try #require(await details(of: "b0", model))
    for _ in 0..<5 { model.perform(.down) }
    await changes.until { details.isSettled }
    #expect(details.selected?.id == "a4" && text(details).contains("before: NL Amsterdam, 11-21 "))
  }

  @Test func `The key to the strongest signal takes the evidence along`() async throws {
    let model = await start()
    let details = try #require(await details(of: "b0", model))
    let strongest = details.evidence?.row
    for _ in 0..<5 { model.perform(.down) }
    await changes.until { details.isSettled && details.evidence?.row != strongest }
    model.perform(.nextSignal)
    await changes.until { details.isSettled }
    #expect(details.evidence?.row == strongest && details.selected?.id == "b0")
  }

  @Test func `Times follow the zone shown`() async throws {
    let model = await start()
    let details = try #require(await details(of: "b0", model))
    model.perform(.timeZone)
    await changes.until { details.isSettled && self.text(details).contains("21:37") }
    #expect(text(details).contains("NL Amsterdam 11-23 21:37 → NG Lagos 11-23 23:40"))
  }

  @Test func `A ticket takes the signals in, in UTC`() async throws {
    let model = await start()
    _ = await details(of: "b0", model)
    model.perform(.copyTicket)
    var effects: [Effect] = []
    await changes.until {
      effects += model.takeEffects()
      return !effects.isEmpty
    }
    guard case .ticket(let facts, _)? = effects.first else {
      Issue.record("no ticket")
      return
    }
    let evidence = try #require(facts.signIns.first?.evidence)
    #expect(evidence.contains { $0.hasPrefix("travel, medium: NL Amsterdam 2026-11-23 20:37 UTC → NG Lagos") })
    #expect(evidence.allSatisfy { $0.contains("; known: sign-ins from 2026-11-") })
  }
}
