import ElementsSandbox
import Foundation
import Synchronization
import Testing

@Suite struct StreamingTests {
  @Test(arguments: ["ndjson", "csv", "json", "table"])
  func `The first page is written before the second is answered`(format: String) async throws {
    let pipeline = Pipeline()
    try await withAPI({ request in
      guard request.page == 1 || pipeline.waitForReader() else { return ScriptedAPI.Reply(status: 404, body: "") }
      return .rows(250, request)
    }) { api in
      // The last of a page's lines has no end yet where an array is written.
      let finished = try await pipeline.run(
        api, ["signins"] + byIDs + ["--format", format], reading: 100, thenClosing: false)
      #expect(finished.errors == "left with 0\n")
      #expect(finished.lines.count == ["ndjson": 250, "json": 252][format] ?? 251)
    }
  }

  @Test(arguments: [[], ["--filter", "user:eve"]])
  func `Who stops reading ends the command quietly, also while nothing more is found`(options: [String]) async throws {
    let pipeline = Pipeline()
    try await withAPI({ request in
      guard request.page == 1 || pipeline.waitForReader() else { return ScriptedAPI.Reply(status: 404, body: "") }
      guard request.page == 1 else { return .rows(100_000, request) }
      return .page((0..<100).map { row(99_999 - $0, name: $0 == 7 ? "Eve" : "Bob") }, request, total: 100_000)
    }) { api in
      let finished = try await pipeline.run(api, ["signins"] + byIDs + options, reading: 1, thenClosing: true)
      #expect(finished.ids.count == 1 && finished.errors == "left with 0\n")
      #expect(api.pages.count < 20)
    }
  }

  @Test(
    arguments: [
      (["signins"] + byIDs, 1), (["signins", "--all"], 1), (["signins", "--all", "--sort", "time"], 0),
      (["actions", "--all"], 1), (["tenants"], 0),
    ] as [([String], Int)])
  func `Who stops reading ends the command quietly, also while a server says nothing`(
    command: [String], lines: Int
  ) async throws {
    let pipeline = Pipeline()
    let isOver = DispatchSemaphore(value: 0)
    let customers = (1...3).map { customer($0, name: "Customer \($0)", tenants: [(guid($0, "d"), "t\($0).example")]) }
    try await withAPI({ request in
      let isFirst = request.tenantID == guid(1, "d")
      if request.isSignIns, isFirst, request.page == 1 { return .rows(100_000, request) }
      if request.isActions, isFirst { return ScriptedAPI.Reply(body: #"{"riskyActionCount":1}"#) }
      if !request.isSignIns, !request.isActions, command != ["tenants"] { return .list(customers, request) }
      // Until the command has ended.
      isOver.wait()
      isOver.signal()
      return ScriptedAPI.Reply(status: 404, body: "")
    }) { api in
      defer { isOver.signal() }
      let finished = try await pipeline.run(api, command, reading: lines, thenClosing: true)
      #expect(finished.lines.count == lines && finished.errors == "left with 0\n", "\(finished.errors)")
    }
  }

  @Test(arguments: [(1, [1]), (100, [1]), (101, [1, 2]), (230, [1, 2, 3])])
  func `No page is asked for that a limit does not need`(limit: Int, pages: [Int]) async throws {
    try await withAPI({ .rows(1_000, $0) }) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--limit", "\(limit)"])
      #expect(finished.ids == (0..<limit).map { guid(999 - $0) })
      #expect(api.pages.sorted() == pages)
    }
  }

  @Test func `With a filter a limit ends the reading with the page that fulfils it`() async throws {
    let rows = (0..<1_000).map { row(999 - $0, name: $0 % 60 == 59 ? "Eve" : "Bob") }
    try await withAPI({ .list(rows, $0) }) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--limit", "3", "--filter", "user:eve"])
      #expect(finished.ids == [59, 119, 179].map { guid(999 - $0) })
      #expect(api.pages == [1, 2])
    }
  }

  @Test func `Sign-ins that arrive while the list is read hide none and repeat none`() async throws {
    let arrived = Mutex(0)
    try await withAPI({ request in
      let total =
        1_500
        + arrived.withLock { arrived in
          defer { arrived += 37 }
          return arrived
        }
      return .rows(total, request)
    }) { api in
      let finished = try await api.run(["signins"] + byIDs)
      #expect(finished.ids == (0..<1_500).map { guid(1_499 - $0) })
      #expect(finished.status == 0 && finished.errors == "")
    }
  }

  @Test func `Sign-ins that arrive in the sandbox hide none and repeat none`() async throws {
    var configuration = SandboxConfiguration.onWednesday(signIns: 2_000, customers: 1)
    configuration.arrivalsPerMinute = 60
    let clock = ManualClock()
    // Seven arrive between two answers.
    let sandbox = Sandbox(
      configuration: configuration, elapsed: { clock.elapsed }, onRequest: { _ in clock.advance(by: .seconds(7)) })
    try await withThrowingTaskGroup(of: Void.self) { group in
      let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
      group.addTask { try await sandbox.run { continuation.yield($0) } }
      let port = try #require(await ports.first { _ in true })
      let world = SyntheticWorld(configuration)
      let running = RunningSandbox(port: port, world: world, requests: RequestLog(), clock: clock)
      let finished = try await Program.run("signins", "--all", environment: running.dashboard().environment)
      group.cancelAll()
      // As it was when the first page was answered: after the token and the customers.
      let tenant = try running.contoso
      let total = tenant.total(after: .seconds(14))
      #expect(finished.ids == tenant.signIns(.all, at: 0..<total, of: total).map(\.signIn.id))
      #expect(finished.status == 0)
    }
  }
}
