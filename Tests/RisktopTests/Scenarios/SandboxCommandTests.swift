import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct SandboxCommandTests {
  @Test func `A sandbox prints the settings with which a dashboard reaches it, and serves until ^C`() async throws {
    try await withTerminal(Program(arguments: ["sandbox", "--customers", "3"])) { server in
      let screen = try await server.waitFor("export RISKTOP_CLIENT_SECRET=")
      let exports = screen.rows.compactMap { $0.wholeMatch(of: /export (\w+)=(.*)/)?.output }
      let settings = Dictionary(exports.map { (String($0.1), String($0.2)) }) { first, _ in first }
      try await withTerminal(Program(arguments: [], environment: settings)) { dashboard in
        try await dashboard.waitFor("3 customers")
      }
      try await server.press("C-c")
      try await server.waitFor("left with \(128 + SIGINT)")
    }
  }
}
