import Elements

/// How much of a list is known.
public struct SignInCoverage: Hashable, Sendable {
  /// By the server's newest answer; nil before the first, and where the server does not say.
  public let total: Int?
  /// The list's head was read.
  public let isBegun: Bool
  /// When the head was read last; nil before that, and for a list that has several.
  public let headReadAt: Timestamp?
  public let loaded: Int
  /// Sign-ins that were seen to have arrived since the list's head was read.
  public let arrivals: Int
  /// More than `arrivals` may have arrived: nothing that was known was found below them.
  public let hasMoreArrivals: Bool
  /// Sign-ins that were read but could not be understood.
  public let unreadable: Int
  /// Pages that could not be read.
  public let failedPages: Int
  /// Everything is loaded, and proven to be all.
  public let isComplete: Bool
  /// Why the list can't be called complete, whatever is read of it; nil where it can.
  public let doubt: SignInListDoubt?
  /// Why nothing is known of the list.
  public let error: ElementsError?

  public init(
    total: Int?, isBegun: Bool, headReadAt: Timestamp?, loaded: Int, arrivals: Int, hasMoreArrivals: Bool,
    unreadable: Int, failedPages: Int, isComplete: Bool, doubt: SignInListDoubt?, error: ElementsError?
  ) {
    self.total = total
    self.isBegun = isBegun
    self.headReadAt = headReadAt
    self.loaded = loaded
    self.arrivals = arrivals
    self.hasMoreArrivals = hasMoreArrivals
    self.unreadable = unreadable
    self.failedPages = failedPages
    self.isComplete = isComplete
    self.doubt = doubt
    self.error = error
  }
}

/// What a server does that keeps a list from being proven whole.
public enum SignInListDoubt: Hashable, Sendable {
  /// It gives pages again in place of others.
  case repeatedPages
  /// It gives more rows than it counts.
  case wrongTotal(Int)
  /// It gives fewer rows on a page than it counts.
  case shortPages
  /// It gives rows in another order than before.
  case changingOrder
}

extension SignInCoverage {
  init(_ state: PagingState, headReadAt: Timestamp?, error: ElementsError?) {
    self.init(
      total: state.isCounted ? state.latestTotal : nil, isBegun: state.headTotal != nil,
      headReadAt: headReadAt, loaded: state.loadedCount,
      arrivals: state.arrivals, hasMoreArrivals: state.hasMoreArrivals, unreadable: state.unreadableCount,
      failedPages: state.failures.count, isComplete: state.isComplete, doubt: SignInListDoubt(state), error: error)
  }
}

extension SignInListDoubt {
  init?(_ state: PagingState) {
    if state.evidence.repeats > 0 {
      self = .repeatedPages
    } else if state.isTotalWrong, let total = state.announcedTotal {
      self = .wrongTotal(total)
    } else if state.hasChangingOrder {
      self = .changingOrder
    } else if state.hasInconsistency {
      self = .shortPages
    } else {
      return nil
    }
  }
}
