#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The environment's variables; an empty one counts as not set.
public struct EnvironmentVariables: Sendable {
  private let lookUp: @Sendable (String) -> String?

  public init(_ lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
  }

  public static let process = EnvironmentVariables { name in getenv(name).map { String(cString: $0) } }

  public subscript(name: String) -> String? {
    lookUp(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
