import ArgumentParser
import Elements
import ElementsSandbox

/// What a sandbox serves, as flags.
struct SandboxOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How login times are written: iso or ticks.", valueName: "name"))
  var dialect = Dialect.iso

  @Option(help: ArgumentHelp("How many customers there are.", valueName: "n"))
  var customers = 40

  @Option(
    help: ArgumentHelp("Sign-ins in each tenant. (default: a spread, with one tenant of 1,200,000)", valueName: "n"))
  var signIns: Int?

  @Option(help: ArgumentHelp("Another seed makes other people, places and sign-ins.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "The time before which all sign-ins lie, such as 2026-11-24T09:00:00Z. (default: the start)", valueName: "time"))
  var now: Timestamp?

  @Option(help: ArgumentHelp("Delay each answer by this many milliseconds.", valueName: "ms"))
  var latency = 0

  @Option(help: ArgumentHelp("New sign-ins a minute in each tenant.", valueName: "per-minute"))
  var arrivals = 0.0

  @Option(
    help: ArgumentHelp(
      "After this many minutes the flags of a few sign-ins turn risky; 0 for never.", valueName: "minutes"))
  var lateRisk = 5

  @Option(
    help: ArgumentHelp(
      "Faults to make: kinds separated by commas, each with a share, such as 5xx:0.2.",
      discussion: Faults.description, valueName: "list"),
    transform: Faults.init(argument:))
  var faults = Faults.none

  @Option(help: ArgumentHelp("Another seed makes other faults. (default: that of --seed)", valueName: "n"))
  var faultSeed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Answer calls above this rate with 429; 10/5 allows 10 calls in 5 seconds.", valueName: "calls/seconds"))
  var rateLimit: RateLimit?

  @Flag(help: "Refuse to list customers, so that tenants are known by their ids only.")
  var noCustomersScope = false

  func validate() throws {
    guard customers <= 100_000, signIns ?? 0 <= 100_000_000 else {
      throw ValidationError("A sandbox has at most 100,000 customers, and 100,000,000 sign-ins in each tenant.")
    }
    guard customers >= 0, signIns ?? 0 >= 0, latency >= 0, lateRisk >= 0, arrivals >= 0, arrivals.isFinite else {
      throw ValidationError("Numbers of customers, sign-ins, milliseconds, minutes and arrivals can't be negative.")
    }
  }

  var configuration: SandboxConfiguration {
    var configuration = SandboxConfiguration()
    configuration.dialect = dialect
    configuration.customers = customers
    configuration.signIns = signIns
    configuration.seed = seed
    configuration.now = now
    configuration.latency = .milliseconds(latency)
    configuration.arrivalsPerMinute = arrivals
    configuration.lateRisk = lateRisk > 0 ? .seconds(60 * min(lateRisk, 1_000_000)) : nil
    configuration.faults = faults
    configuration.faultSeed = faultSeed
    configuration.rateLimit = rateLimit
    if noCustomersScope { configuration.scopes.remove(Scope.customers) }
    return configuration
  }
}

extension Dialect: ExpressibleByArgument {}

extension RateLimit: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension Timestamp: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(iso8601: argument)
  }
}
