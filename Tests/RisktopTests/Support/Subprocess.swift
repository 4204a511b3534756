import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a command without a terminal ended.
struct Finished: Sendable {
  /// As a shell gives it: 128 and the number for a signal.
  let status: Int32
  let output: String
  let errors: String
}

/// Commands that are started and waited for, with nothing to read from.
///
/// Foundation's `Process` waits for all that a command leaves running, as tmux its server.
enum Subprocess {
  /// - Parameters:
  ///   - environment: all of it; nil hands on the tests' own.
  ///   - seats: where the command waits for its turn; nil for one that others wait for.
  static func run(
    _ executable: URL, _ arguments: [String], environment: [String: String]? = nil, seats: Seats? = .programs
  ) async throws -> Finished {
    await seats?.take()
    defer { seats?.giveBack() }
    let environment = environment ?? ProcessInfo.processInfo.environment
    return try await withCheckedThrowingContinuation { continuation in
      // Waiting blocks, which the threads of tests must not; nor those of Dispatch, from whose pool tasks take theirs.
      Thread {
        continuation.resume(with: Result { try finish([executable.path] + arguments, environment) })
      }.start()
    }
  }

  private static func finish(_ words: [String], _ environment: [String: String]) throws -> Finished {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent("rt-\(UUID().uuidString)")
    let (output, errors) = (base.appendingPathExtension("out"), base.appendingPathExtension("err"))
    defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
    let process = try spawn(words, environment, output: output.path, errors: errors.path)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Finished(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  private static func spawn(
    _ words: [String], _ environment: [String: String], output: String, errors: String
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    #if canImport(Glibc)
      // Sockets and pipes of other tests, which would stay open as long as the process does. Closing what is not open
      // is no error here.
      for descriptor in 3..<Int32(1_024) { posix_spawn_file_actions_addclose(&actions, descriptor) }
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Dispatch's threads block most signals, which all that is started would inherit, as far as the program itself.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // In a session of its own it has no terminal, whoever runs the tests.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | ownSession)
    let arguments = words.map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, words[0], &actions, &attributes, arguments, settings)
    guard failure == 0 else { throw Missing(what: words[0], remedy: String(cString: strerror(failure))) }
    return process
  }

  /// `POSIX_SPAWN_SETSID`, which glibc shows to those alone who ask for its extensions.
  #if canImport(Darwin)
    private static let ownSession: Int16 = 0x400
  #else
    private static let ownSession: Int16 = 0x80
  #endif

  /// Where a command of the system is.
  static func find(_ name: String) throws -> URL {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    let places = (folders.map(String.init) + ["/usr/bin", "/opt/homebrew/bin"]).map { "\($0)/\(name)" }
    guard let place = places.first(where: FileManager.default.isExecutableFile) else {
      throw Missing(what: name, remedy: "these tests drive a real terminal: install \(name)")
    }
    return URL(fileURLWithPath: place)
  }
}

/// Something that the tests need is not on this machine.
struct Missing: Error, CustomStringConvertible {
  let what: String
  let remedy: String

  var description: String { "\(what) was not found: \(remedy)" }
}
