import Elements

/// What the newest page of a tenant's risky sign-ins says of it, and the way to read that page.
///
/// The page is the first of the tenant's list of risky sign-ins: its rows are in the store, and whoever opens the list
/// reads it no second time. Whoever reads the head of the list, these are its figures.
@MainActor
public final class TenantRisk {
  /// As last read; stays when a later reading fails.
  public private(set) var value: RiskFigures?
  /// Why the last reading failed; nil where it did not.
  public private(set) var error: ElementsError?
  /// How many more risky sign-ins there are than at the reading before; nil where there was none, or it can't be told.
  public private(set) var change: Int?
  private let tenant: TenantReference
  private let list: PagedSignIns
  private let surroundings: FleetSurroundings
  /// With which priority a reading has been asked for; nil while none is under way.
  private var urgency: RequestPriority?
  /// The call whose page was taken in.
  private var taken: Int?

  init(of tenant: TenantReference, list: PagedSignIns, in surroundings: FleetSurroundings) {
    self.tenant = tenant
    self.list = list
    self.surroundings = surroundings
    list.changes.add(self) { [weak self] in self?.listChanged($0) }
  }

  /// A reading has been asked for.
  public var isUnderWay: Bool { urgency != nil }

  /// Sees to it that the figures are known: what is known is not read again, nor what has failed.
  public func read(_ priority: RequestPriority) {
    guard isUnderWay || value == nil && error == nil else { return }
    ask(priority)
    take()
  }

  /// Reads the page anew.
  public func reread(_ priority: RequestPriority) {
    let isKnown = !isUnderWay && (list.coverage.isBegun || list.headError != nil)
    ask(priority)
    if isKnown { list.refresh() }
  }

  /// Nobody with this priority or a lower one wants the figures any more. What was sent is taken in when it comes.
  public func withdraw(_ priority: RequestPriority) {
    guard let urgency, urgency <= priority else { return }
    end()
  }

  private func ask(_ priority: RequestPriority) {
    let priority = max(urgency ?? priority, priority)
    urgency = priority
    list.show(PagingWindow(visible: 0..<1, ahead: 0..<0, urgency: priority), for: self)
  }

  private func listChanged(_ change: SignInListChange) {
    if change.isForgotten, let urgency { ask(urgency) } else { take() }
  }

  /// Takes the list's head in, or why it can't be read, once that is known.
  private func take() {
    guard !list.isHeadAwaited else { return }
    if let failure = list.headError {
      guard isUnderWay || failure != error else { return }
      error = failure
    } else if let page = list.headPage, let readAt = list.headReadAt, page.call != taken {
      taken = page.call
      let figures = RiskFigures(page, readAt: readAt)
      change = value.flatMap { figures.change(since: $0) }
      (value, error) = (figures, nil)
    } else {
      return
    }
    end()
    surroundings.riskChanged.tell(tenant)
  }

  private func end() {
    guard urgency != nil else { return }
    urgency = nil
    list.leave(self)
  }
}
