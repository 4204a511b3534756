import Foundation
import Testing

@Suite struct ChoosingTests {
  private static let customers = [
    customer(1, name: "Contoso Ltd", tenants: [(guid(1, "d"), "contoso.example"), (guid(9, "d"), "shared.example")]),
    customer(
      2, name: "Søndergaard Tandklinik", tenants: [(guid(2, "d"), "zahn.example"), (guid(8, "d"), "shared.example")]),
  ]

  private static func answer(_ request: ScriptedAPI.Request) -> ScriptedAPI.Reply {
    request.isActions
      ? ScriptedAPI.Reply(body: #"{"riskyActionCount":1,"normalActionCount":2}"#) : .list(customers, request)
  }

  @Test(arguments: [
    (["--tenant", guid(2, "d")], guid(2, "d")), (["--tenant", "zahn.example"], guid(2, "d")),
    (["--tenant", "ZAHN.example"], guid(2, "d")),
    (["--customer", "sondergaard tandklinik", "--tenant", "shared.example"], guid(8, "d")),
    (["--customer", guid(1, "c"), "--tenant", "shared.example"], guid(9, "d")),
    (["--customer", "Contoso Ltd", "--tenant", guid(1, "d")], guid(1, "d")), (["--tenant", "ZAHN"], guid(2, "d")),
    (["--customer", "tandkli", "--tenant", "shared"], guid(8, "d")),
  ])
  func `A tenant is found by id, name or a unique part of it, whatever case and accents it is typed in`(
    options: [String], tenantID: String
  ) async throws {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(["actions"] + options)
      #expect(finished.status == 0 && finished.errors == "")
      #expect(finished.output.contains("\"tenantId\":\"\(tenantID)\"") && !finished.output.contains("null"))
      #expect(api.requests.filter(\.isActions).map(\.tenantID) == [tenantID])
    }
  }

  @Test func `A name that two tenants have is refused with both of them`() async throws {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(["actions", "--tenant", "shared.example"])
      #expect(finished.status == 64 && finished.output == "")
      #expect(
        finished.errors == """
          risktop: "shared.example" fits 2 tenants; write more of the name, or the ids:
          risktop:   Contoso Ltd › shared.example  (--customer \(guid(1, "c")) --tenant \(guid(9, "d")))
          risktop:   Søndergaard Tandklinik › shared.example  (--customer \(guid(2, "c")) --tenant \(guid(8, "d")))

          """)
      #expect(api.requests.count { $0.isActions } == 0)
    }
  }

  @Test func `A part of a name that several have is refused with all of them`() async throws {
    try await withAPI(Self.answer) { api in
      let tenants = try await api.run(["actions", "--tenant", "example"])
      #expect(tenants.status == 64 && tenants.output == "" && tenants.errors.contains("\"example\" fits 4 tenants; "))
      #expect(tenants.errors.contains("  Contoso Ltd › contoso.example  (--customer \(guid(1, "c")) "))
      let customers = try await api.run(["actions", "--customer", "o", "--tenant", "shared.example"])
      #expect(customers.status == 64 && customers.errors.contains("\"o\" fits 2 customers; "))
      #expect(customers.errors.contains("  Contoso Ltd  (--customer \(guid(1, "c")))\n"))
      let own = try await api.run(["actions", "--tenant", "contoso l"])
      #expect(own.status == 64 && own.errors.contains("fits 2 tenants; "), "by the customer's name: it has two")
    }
  }

  @Test(arguments: [
    (
      ["--tenant", "contso.example"],
      "no tenant \"contso.example\" among those of 2 customers; did you mean \"contoso.example\"?"
    ),
    (["--tenant", "nothing at all"], "no tenant \"nothing at all\" among those of 2 customers"),
    (
      ["--customer", "contoso ldt", "--tenant", "x"],
      "no customer \"contoso ldt\" among the 2 of this account; did you mean \"Contoso Ltd\"?"
    ),
    (
      ["--customer", "Contoso Ltd", "--tenant", "zahn.example"],
      "no tenant \"zahn.example\" of the customer \"Contoso Ltd\""
    ),
  ])
  func `A name that nobody has is not found, and the nearest are named`(options: [String], words: String) async throws {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(["actions"] + options)
      #expect(finished.status == 66 && finished.errors == "risktop: \(words)\n")
    }
  }

  @Test(arguments: [
    [], ["--all", "--tenant", "x"], ["--all", "--customer", "x"], ["--customer", "x"], ["--tenant", ""],
    ["--tenant", "x", "--format", "xml"], ["--tenant", "x", "--raw"],
  ])
  func `What does not go together is refused before anything is asked`(options: [String]) async throws {
    try await withAPI(Self.answer) { api in
      for command in ["actions", "signins"] {
        let finished = try await api.run([command] + options)
        #expect(finished.status == 64 && finished.output == "" && !finished.errors.isEmpty)
      }
      #expect(api.requests.isEmpty)
    }
  }
}
