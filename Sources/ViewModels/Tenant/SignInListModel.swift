import Elements
import SignInAnalysis

/// A tenant's sign-ins as a list that is read while one scrolls.
///
/// Selection belongs to a record: whatever arrives, is read or is refreshed, the selected sign-in and the lines around it stay.
@MainActor
public final class SignInListModel {
  /// All sign-ins or the risky ones: two lists, each with its own place.
  public private(set) var scope: SignInScope = .all
  /// Columns scrolled out to the left.
  public private(set) var firstColumn = 0
  /// The search for the next risky sign-in, while it waits for pages.
  public private(set) var seek: RiskSeek?

  private var lists: [SignInScope: ScopedSignIns] = [:]
  private let tenant: TenantReference
  private let client: ElementsClient
  private let messages: MessageLog
  private let onChange: @MainActor () -> Void
  private var height = 1

  init(
    tenant: TenantReference, client: ElementsClient, messages: MessageLog, onChange: @escaping @MainActor () -> Void
  ) {
    self.tenant = tenant
    self.client = client
    self.messages = messages
    self.onChange = onChange
  }

  // MARK: What there is

  public var viewport: ListViewport { list.viewport }

  /// What stands at a place of the list.
  public func row(at place: Int) -> SignInRow {
    list.row(at: place)
  }

  /// The selected sign-in; nil while its place is not loaded.
  public var selected: SignIn? {
    list.pager.signIn(at: viewport.selected)
  }

  public var coverage: SignInCoverage { list.coverage }

  /// Loaded sign-ins an hour in the 24 hours before the newest of them, oldest first; empty while none is loaded.
  public var hourlyActivity: [Int] { list.pager.activity.newest(hours: 24) }

  // MARK: What the user does

  /// Says how many rows the screen has for the list; starts to load.
  public func resize(height: Int) {
    self.height = height
    list.resize(height: height)
  }

  public func move(_ movement: ListMovement) {
    stopSeeking()
    list.move(movement)
  }

  /// Scrolls columns in or out; at most as many are hidden as leave one.
  public func moveColumns(by count: Int, of total: Int) {
    firstColumn = min(max(0, firstColumn + count), total - 1)
  }

  /// Changes between all sign-ins and the risky ones.
  public func toggleScope() {
    stopSeeking()
    list.pager.cancelCalls()
    scope = scope == .all ? .risky : .all
    list.resize(height: height)
  }

  public func refresh() {
    stopSeeking()
    list.pager.refresh()
  }

  /// Goes to the next risky sign-in below (1) or above (-1), reading on as far as that needs.
  public func seekRisk(_ direction: Int) {
    seek = RiskSeek(direction: direction, place: viewport.selected + direction, examined: 0)
    continueSeeking()
  }

  /// Ends a search that waits for pages. False if there was none.
  @discardableResult
  public func stopSeeking() -> Bool {
    guard seek != nil else { return false }
    seek = nil
    list.sought = nil
    return true
  }

  func cancel() {
    stopSeeking()
    for list in lists.values { list.pager.cancelCalls() }
  }

  // MARK: The list in force

  private var list: ScopedSignIns {
    if let list = lists[scope] { return list }
    let scope = scope
    let fetch: SignInPager.Fetch = { [client, tenant] request, priority throws(ElementsError) in
      try await client.signIns(tenant, request, scope, priority)
    }
    let list = ScopedSignIns(fetch: fetch) { [weak self] in self?.pagesChanged() }
    lists[scope] = list
    return list
  }

  private func pagesChanged() {
    continueSeeking()
    onChange()
  }

  private func continueSeeking() {
    guard var search = seek else { return }
    let outcome = search.advance(in: list)
    seek = search
    switch outcome {
    case .waiting:
      list.sought = search.place
      return
    case .found: list.select(search.place)
    case .failed(let error): messages.post(.failure, "search stopped at row \(search.place + 1): \(error.summary)")
    case .ended:
      let side = search.direction > 0 ? "below" : "above"
      messages.post(.note, "no risky sign-in \(side): \(search.examined.grouped) rows looked at, to the list's end")
    }
    stopSeeking()
  }
}

/// What stands at a place of the sign-in list.
public enum SignInRow: Hashable, Sendable {
  /// `isSeam`: it is not proven that this is the neighbour of the row above.
  case signIn(SignIn, isSeam: Bool)
  case pending
  case failed(ElementsError)
}

/// How much of the list is known.
public struct SignInCoverage: Hashable, Sendable {
  /// By the server's newest answer; nil before the first.
  public let total: Int?
  public let loaded: Int
  /// Sign-ins that arrived since the list's head was read.
  public let arrivals: Int
  /// Sign-ins that were read but could not be understood.
  public let unreadable: Int
  /// Everything is loaded, and proven to be all.
  public let isComplete: Bool
  /// Why nothing is known of the list.
  public let error: ElementsError?
}
