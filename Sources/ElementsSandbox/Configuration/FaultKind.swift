/// One way in which the sandbox goes wrong on purpose. The raw value is its name on a command line.
public enum FaultKind: String, Sendable, CaseIterable {
  case latency
  case throttled = "429"
  case throttledUntilDate = "429-date"
  case throttledBare = "429-bare"
  case serverError = "5xx"
  case reset
  case cut
  case short
  case html
  case badGateway = "html-502"
  case drip
  case bom
  case expire
  case shift
  case repeated = "repeat"
  case small
  case unsorted
  case dirty
  case unreadable
  case forbidden = "403"
  case missing = "404"

  /// Of what a share is a share.
  public enum Unit: String, Sendable {
    case calls, pages, rows, tenants
  }

  /// What happens, of what the share counts, the share unless one is named, and the share among all kinds together.
  private var facts: (what: String, unit: Unit, usual: Double, together: Double) {
    switch self {
    case .latency: ("held back for another 10 ms to 3 s", .calls, 0.5, 0.2)
    case .throttled: ("429 with the seconds to wait", .calls, 0.1, 0.01)
    case .throttledUntilDate: ("429 with the date to wait for", .calls, 0.1, 0.01)
    case .throttledBare: ("429 with neither", .calls, 0.1, 0.01)
    case .serverError: ("500, 502, 503, 504, three calls in a row", .calls, 0.1, 0.03)
    case .reset: ("the connection is reset, without an answer", .calls, 0.1, 0.01)
    case .cut: ("the connection closes within the body", .calls, 0.1, 0.01)
    case .short: ("the JSON text ends early", .calls, 0.1, 0.002)
    case .html: ("an HTML page with status 200", .calls, 0.1, 0.002)
    case .badGateway: ("an HTML page with status 502", .calls, 0.1, 0.01)
    case .drip: ("the body comes slowly, in 64 pieces", .calls, 0.2, 0.03)
    case .bom: ("a byte order mark before the body", .calls, 0.5, 0.1)
    case .expire: ("use up their token: the next one gets 401", .calls, 0.05, 0.01)
    case .shift: ("1 to 7 sign-ins arrive just before", .pages, 0.5, 0.2)
    case .repeated: ("begin with the last row of the page before", .pages, 0.5, 0.1)
    case .small: ("give 10 to 50 rows a page at most", .tenants, 0.5, 0.2)
    case .unsorted: ("give their sign-ins out of order", .tenants, 0.5, 0.1)
    case .dirty: ("are odd, but can be read", .rows, 0.2, 0.1)
    case .unreadable: ("have no id or no time, or are no objects", .rows, 0.02, 0.002)
    case .forbidden: ("answer 403", .tenants, 0.1, 0.05)
    case .missing: ("answer 404", .tenants, 0.1, 0.05)
    }
  }

  /// What happens, in a few words that follow on those of its unit.
  public var summary: String { facts.what }
  public var unit: Unit { facts.unit }
  /// The share where none is named, in 0...1.
  public var usualShare: Double { facts.usual }
  /// The share in `Faults.all`, in 0...1.
  public var shareAmongAll: Double { facts.together }
}
