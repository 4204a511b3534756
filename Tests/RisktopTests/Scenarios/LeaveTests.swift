import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct LeaveTests {
  @Test func `q goes back, then leaves`() async throws {
    try await withTerminal { terminal in
      try await terminal.waitFor("Contoso Ltd")
      try await terminal.press("Enter")
      try await terminal.waitFor(" read")
      try await terminal.press("q")
      try await terminal.waitFor("the tenants") { $0.header.contains("Tenants") }
      try await terminal.press("q")
      try await terminal.expectLeft(with: 0)
      try await terminal.waitUntilGone()
    }
  }

  @Test func `^C closes what is open, then leaves from anywhere`() async throws {
    try await withTerminal { terminal in
      try await terminal.waitFor("Contoso Ltd")
      try await terminal.press("Enter")
      try await terminal.waitFor(" read")
      try await terminal.press("?")
      try await terminal.waitFor("─ Keys")
      try await terminal.press("C-c")
      try await terminal.waitFor("the help is closed") { !$0.contains("─ Keys") && $0.isAlternate }
      try await terminal.press("C-c")
      try await terminal.expectLeft(with: 0)
    }
  }

  private static let deadlySignals: [Int32] = {
    let everywhere = [
      SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM, SIGUSR1, SIGUSR2,
      SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGSYS,
    ]
    #if os(Linux)
      // And the first and the last of the real-time signals.
      return everywhere + [SIGIO, SIGPWR, SIGSTKFLT, __libc_current_sigrtmin(), __libc_current_sigrtmax()]
    #else
      return everywhere
    #endif
  }()

  @Test(arguments: deadlySignals)
  func `A deadly signal gives the terminal back and kills`(signal: Int32) async throws {
    try await withTerminal { terminal in
      try await terminal.waitFor("Contoso Ltd")
      try terminal.signal(signal)
      try await terminal.expectLeft(with: 128 + signal)
    }
  }
}
