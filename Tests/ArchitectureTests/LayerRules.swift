/// Which modules each target may import: the table of layers, with the libraries that each layer may know.
struct LayerRules: Sendable {
  /// By target. A target that is missing here may not exist.
  let modules: [String: Set<String>]

  /// Modules of the toolchain that touch neither the system nor how things look.
  private static let language: Set<String> = ["FoundationEssentials", "Observation", "Synchronization"]
  /// The C library, under its name on each platform.
  private static let system: Set<String> = ["Darwin", "Glibc", "Musl"]
  private static let nio: Set<String> = ["NIOConcurrencyHelpers", "NIOCore", "NIOHTTP1", "NIOPosix"]

  static let project = LayerRules(modules: [
    "Elements": ["Synchronization"],
    "ElementsHTTP": language.union(system).union(nio).union([
      "Elements", "AsyncHTTPClient", "CNIOBoringSSL", "CZlib", "Crypto", "JWTKit", "Logging", "NIOHTTP2", "NIOSOCKS",
      "NIOSSL",
    ]),
    // The C library for its sines alone.
    "SignInAnalysis": language.union(system).union(["Elements"]),
    "SignInStore": language.union(["Elements", "SignInAnalysis"]),
    "ViewModels": language.union(["Elements", "SignInAnalysis", "SignInStore"]),
    "SafeText": [],
    "TerminalUI": ["SafeText"],
    "Screens": language.union(["ViewModels", "TerminalUI", "Assets"]),
    "CNcursesw": [],
    "CZlib": [],
    "CTerminalRestore": [],
    "CProcess": [],
    "CursesTerminal": language.union(system).union(["TerminalUI", "CNcursesw", "CTerminalRestore", "Dispatch"]),
    "Reports": language.union(["Elements", "SignInAnalysis", "SafeText"]),
    "ElementsSandbox": language.union(system).union(nio).union([
      "Elements", "Assets", "Crypto", "HTTPTypes", "Hummingbird", "JWTKit", "Logging",
    ]),
    "Assets": [],
    "Settings": language.union(system).union([
      "CProcess", "CTerminalRestore", "Elements", "ElementsHTTP", "SafeText", "SignInAnalysis", "Configuration",
      "Logging", "Subprocess", "System", "SystemPackage", "TOMLKit",
    ]),
    "CommandLine": language.union(system).union([
      "Elements", "Reports", "SafeText", "Settings", "SignInAnalysis", "SignInStore", "ViewModels", "Dispatch",
    ]),
    "Doctor": language.union(system).union([
      "CommandLine", "Elements", "ElementsHTTP", "SafeText", "Settings", "ViewModels",
    ]),
    "risktop": language.union(system).union([
      "CProcess", "CommandLine", "CursesTerminal", "Doctor", "Elements", "ElementsHTTP", "ElementsSandbox",
      "Reports", "SafeText", "Screens", "Settings", "SignInAnalysis", "TerminalUI", "ViewModels", "ArgumentParser",
    ]),
  ])

  /// What is wrong with a file's imports, one sentence each that begins with file and line.
  func violations(in source: String, file: String, target: String) -> [String] {
    guard let allowed = modules[target] else { return ["\(file):1: \(target) is no target of the table of layers"] }
    return ImportParser.imports(in: source).compactMap { found in
      if allowed.contains(found.module) || isFallback(found, allowed: allowed) { return nil }
      return "\(file):\(found.line): \(target) may not import \(found.module)"
    }
  }

  /// Whole Foundation is for platforms alone that have no part of it (Apple's), where it costs no size.
  private func isFallback(_ found: Import, allowed: Set<String>) -> Bool {
    found.module == "Foundation" && found.isWithoutEssentials && allowed.contains("FoundationEssentials")
  }
}
