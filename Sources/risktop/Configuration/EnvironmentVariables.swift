#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The environment's variables; an empty one counts as not set.
struct EnvironmentVariables: Sendable {
  private let lookUp: @Sendable (String) -> String?

  init(_ lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
  }

  static let process = EnvironmentVariables { name in getenv(name).map { String(cString: $0) } }

  subscript(name: String) -> String? {
    lookUp(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
