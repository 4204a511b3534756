import ElementsSandbox
import Foundation
import Testing

@Suite struct FormatTests {
  /// The second sign-in of all there are: hostile, and without much of what there could be.
  private static let hostile = """
    {"id":"x-2","loginTime":638907426550000000,"userId":null,"userDisplayName":"=cmd\\u001b[31m\\u202e, \\"x\\"",\
    "userPrincipalName":null,"ip":null,"lat":0,"lon":0,"country":null,"city":"","isRisk":null}
    """

  private static func answer(_ request: ScriptedAPI.Request) -> ScriptedAPI.Reply {
    .list([row(1, time: "\"2026-03-04T15:19:58.2500000+02:00\"", isRisk: true), hostile], request)
  }

  @Test func `Into a pipe a sign-in is a line of JSON`() async throws {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(["signins"] + byIDs)
      #expect(finished.status == 0 && finished.errors == "")
      #expect(
        finished.output == """
          {"id":"00000000-0000-4000-8000-000000000001","loginTime":"2026-03-04T13:19:58.25Z","userId":"u1",\
          "userDisplayName":"Bob Mark","userPrincipalName":"bob@x.example","ip":"203.0.113.7","lat":6.5,"lon":3.25,\
          "country":"NG","city":"Lagos","isRisk":true,"customerId":"\(guid(1, "c"))","customer":null,\
          "tenantId":"\(guid(1, "d"))","tenant":null}
          {"id":"x-2","loginTime":"2025-08-14T04:30:55Z","userId":null,"userDisplayName":"=cmd\\u001b[31m\\u202e, \\"x\\"",\
          "userPrincipalName":null,"ip":null,"lat":null,"lon":null,"country":null,"city":"","isRisk":null,\
          "customerId":"\(guid(1, "c"))","customer":null,"tenantId":"\(guid(1, "d"))","tenant":null}

          """)
      #expect(api.requests.map(\.isSignIns) == [true], "no customers are asked for")
    }
  }

  @Test func `CSV guards against formulas, unless it is raw`() async throws {
    try await withAPI(Self.answer) { api in
      let guarded = try await api.run(["signins"] + byIDs + ["--format", "csv"])
      let raw = try await api.run(["signins"] + byIDs + ["--format", "csv", "--raw"])
      let line = { (guardMark: String) in
        "x-2,2025-08-14T04:30:55Z,,\"\(guardMark)=cmd\u{FFFD}[31m\u{FFFD}, \"\"x\"\"\",,,,,,,,\(guid(1, "c")),,\(guid(1, "d")),\r\n"
      }
      #expect(guarded.output.hasPrefix("id,loginTime,userId,") && guarded.output.hasSuffix("\r\n" + line("'")))
      #expect(raw.output.hasSuffix("\r\n" + line("")))
    }
  }

  @Test func `A table holds nothing that a terminal would act on`() async throws {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--format", "table"])
      #expect(finished.output.split(separator: "\n").count == 3)
      #expect(finished.output.contains("2026-03-04 13:19:58  risky    Bob Mark  "))
      #expect(finished.output.contains("2025-08-14 04:30:55  unknown  =cmd\u{FFFD}[31m\u{FFFD}, \"x\""))
    }
  }

  @Test func `Columns are chosen by name, and an unknown one is refused with the nearest`() async throws {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--format", "csv", "--columns", "user,IP"])
      #expect(
        finished.output == "userDisplayName,ip\r\nBob Mark,203.0.113.7\r\n\"'=cmd\u{FFFD}[31m\u{FFFD}, \"\"x\"\"\",\r\n"
      )
      let unknown = try await api.run(["signins"] + byIDs + ["--columns", "usr"])
      #expect(unknown.status == 64 && unknown.output == "")
      #expect(
        unknown.errors.hasPrefix("risktop: unknown column \"usr\"; did you mean \"user\"? Columns: time, risk, "))
    }
  }

  @Test(arguments: ["ecs", "ocsf"])
  func `Sign-ins are events of a schema, one a line, and nothing else is`(format: String) async throws {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--format", format])
      let events = try finished.output.split(separator: "\n").map { line in
        try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
      #expect(
        finished.status == 0 && events.count == 2 && events.allSatisfy { $0["metadata"] != nil || $0["ecs"] != nil })
      let columns = try await api.run(["signins"] + byIDs + ["--format", format, "--columns", "user"])
      #expect(columns.status == 64)
      #expect(columns.errors.contains("--columns can't be combined with --format \(format): the schema has its own"))
      for command in [["tenants"], ["actions"] + byIDs] {
        let refused = try await api.run(command + ["--format", format])
        #expect(refused.status == 64 && refused.output == "")
        #expect(refused.errors.contains("--format \(format) is for sign-ins; "))
      }
    }
  }

  @Test func `Markdown is a table in which a hostile name is shown as it is`() async throws {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--format", "markdown", "--columns", "risk,user"])
      let lines = finished.output.split(separator: "\n")
      #expect(lines.count == 4 && lines.first?.hasPrefix("| RISK    | USER ") == true)
      #expect(lines.last == "| unknown | =cmd\u{FFFD}\\[31m\u{FFFD}, \"x\" |")
    }
  }

  @Test(arguments: ["ndjson", "csv", "json", "table", "markdown", "ecs", "ocsf"])
  func `Both dialects of the API give the same`(format: String) async throws {
    var outputs: [String] = []
    for dialect in Dialect.allCases {
      var configuration = SandboxConfiguration.onWednesday(signIns: 330, customers: 2)
      configuration.dialect = dialect
      try await withSandbox(configuration) { sandbox in
        let program = sandbox.dashboard()
        let finished = try await Program.run(
          "signins", "--all", "--format", format, environment: program.environment)
        #expect(finished.status == 0 && finished.errors == "")
        outputs.append(finished.output)
        if format == "ndjson" {
          let total = 330 * sandbox.world.customers.reduce(0) { $0 + $1.tenants.count }
          #expect(finished.ids.count == total && Set(finished.ids).count == total)
          let contoso = try sandbox.contoso
          #expect(Array(finished.ids.prefix(330)) == contoso.signIns(.all, at: 0..<330, of: 330).map(\.signIn.id))
        }
        if format == "json" {
          let array = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]]
          #expect(array?.allSatisfy { $0.count == 15 } == true)
        }
      }
    }
    #expect(outputs.count == 2 && outputs.first == outputs.last)
  }

  @Test func `Customers come with their tenants, or without one`() async throws {
    let customers = [
      customer(1, name: "Contoso Ltd", tenants: [(guid(1, "d"), "contoso.example"), (guid(2, "d"), "sales.example")]),
      customer(2, name: "Empty Ltd", tenants: []),
    ]
    try await withAPI({ .list(customers, $0) }) { api in
      let finished = try await api.run(["tenants", "--format", "csv"])
      let rows = finished.output.split(separator: "\r\n")
      #expect(rows.first == "customerId,customer,tenantId,tenant,countryOrRegion,jobStatus,managementMode")
      #expect(
        rows.dropFirst() == [
          "\(guid(1, "c")),Contoso Ltd,\(guid(1, "d")),contoso.example,NL,1,1",
          "\(guid(1, "c")),Contoso Ltd,\(guid(2, "d")),sales.example,NL,1,1", "\(guid(2, "c")),Empty Ltd,,,NL,1,1",
        ])
    }
  }

  @Test(arguments: [
    (["--type", "risky"], "10,"), (["--type", "normal"], ",20"), ([], "10,20"),
  ])
  func `A count that was not asked for is missing, whatever the server sends in its place`(
    options: [String], counts: String
  ) async throws {
    try await withAPI({ _ in ScriptedAPI.Reply(body: #"{"riskyActionCount":10,"normalActionCount":20}"#) }) { api in
      let finished = try await api.run(["actions"] + byIDs + ["--format", "csv"] + options)
      #expect(finished.output.hasSuffix(",\(counts)\r\n"))
      #expect(api.requests.map { $0.query["types"] } == [options.last.map { $0 == "risky" ? "1" : "0" }])
    }
  }
}
