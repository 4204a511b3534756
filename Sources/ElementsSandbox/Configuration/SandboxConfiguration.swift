import Elements

/// What a sandbox serves and how it behaves. The data follow from `seed`, `customers`, `signIns` and `now` alone.
public struct SandboxConfiguration: Sendable, Equatable {
  public var seed: UInt64 = 1
  /// How many customers there are; below 0 counts as 0.
  public var customers: Int = 40
  /// Sign-ins of every tenant at the start; nil spreads them from none to 12,000, with one tenant of 1,200,000.
  public var signIns: Int?
  public var dialect: Dialect = .iso
  /// 0 takes any free port.
  public var port: Int = 0
  /// How long each answer is held back, that of the token endpoint too.
  public var latency: Duration = .zero
  /// New sign-ins a minute in every tenant, at the head of its list, while the sandbox runs.
  public var arrivalsPerMinute: Double = 0
  /// How long after the start the flags of a few chosen sign-ins turn risky; nil leaves them as they are.
  public var lateRisk: Duration?
  public var faults = Faults.none
  /// By which faults are drawn: the same calls in the same order meet the same faults. Nil takes `seed`.
  public var faultSeed: UInt64?
  /// How long a dripping answer waits before each of its pieces.
  public var dripPause: Duration = .milliseconds(20)
  /// Beyond it calls are answered with 429; nil for none.
  public var rateLimit: RateLimit?
  /// The moment before which all sign-ins of the start lie; nil is the second at which the sandbox starts.
  public var now: Timestamp?
  public var clientID = "sandbox"
  public var clientSecret = "sandbox-secret"
  /// Whose holder may sign in besides who has the secret.
  public var certificate: RegisteredCertificate?
  /// Whether the registration was granted every tenant. Otherwise it lacks those of one customer in twenty, where there
  /// are more than ten.
  public var grantsAllTenants = false
  /// What the registration was granted; asking for anything else is refused as `invalid_scope`.
  public var scopes: Set<String> = Scope.known
  /// How long a token is accepted.
  public var tokenLifetime: Duration = .seconds(3_600)

  public init() {}
}

/// The permissions of the API that the sandbox knows.
public enum Scope {
  public static let customers = "elements.customers.read.all"
  public static let userManagement = "elements.um.user.read.all"
  public static let known: Set<String> = [customers, userManagement]
  /// The longest scope text, in characters, that the token endpoint takes.
  public static let longest = 300
}
