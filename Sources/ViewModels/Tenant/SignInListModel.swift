import Elements
import SignInAnalysis
import SignInStore

/// A tenant's sign-ins as a list that is read while one scrolls, or filtered and sorted from what was read.
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
  /// The filter in force, as it was typed; empty for none.
  public private(set) var filterText = ""
  /// The filter in force.
  public private(set) var filter: Filter?
  /// What is wrong with the filter being typed; the one in force is the last that could be read.
  public private(set) var filterError: FilterError?
  /// Nil for the server's order.
  public private(set) var order: SignInOrder?
  /// The marked sign-ins. Their tenants' rows stay.
  public private(set) var marked: Set<FleetRow> = []

  private var lists: [SignInScope: ScopedSignIns] = [:]
  private let source: @MainActor (SignInScope) -> any SignInSource
  private let store: @MainActor (TenantNumber) -> TenantStore?
  /// How many sign-ins of each tenant are marked.
  private var marks: [TenantNumber: Int] = [:]
  private let messages: MessageLog
  private let onChange: @MainActor () -> Void
  private var height = 1
  private var mayScan = false

  /// - Parameters:
  ///   - source: all sign-ins, or the risky ones.
  ///   - store: that of a tenant of the sources.
  init(
    source: @escaping @MainActor (SignInScope) -> any SignInSource,
    store: @escaping @MainActor (TenantNumber) -> TenantStore?, messages: MessageLog,
    onChange: @escaping @MainActor () -> Void
  ) {
    self.source = source
    self.store = store
    self.messages = messages
    self.onChange = onChange
  }

  /// The sign-ins of one tenant.
  convenience init(_ store: TenantStore, messages: MessageLog, onChange: @escaping @MainActor () -> Void) {
    self.init(
      source: store.list, store: { $0 == store.number ? store : nil }, messages: messages, onChange: onChange)
  }

  // MARK: What there is

  public var viewport: ListViewport { list.viewport }

  /// What stands at a place of the list.
  public func row(at place: Int) -> SignInRow {
    let source = list.source
    guard let row = source.row(at: place), let signIn = source.signIn(of: row) else {
      return source.error(at: place).map(SignInRow.failed) ?? .pending
    }
    return .signIn(signIn, isSeam: source.isSeam(above: place), isMarked: marked.contains(row))
  }

  /// The selected sign-in; nil while its place is not loaded.
  public var selected: SignIn? {
    list.signIn(at: viewport.selected)
  }

  public var coverage: SignInCoverage { list.coverage }

  /// What a filter or a sort was computed from; nil for the whole list.
  public var narrowedCoverage: NarrowedCoverage? { list.narrowedCoverage }

  /// Loaded sign-ins an hour in the 24 hours before the newest of them, oldest first; empty while none is loaded.
  public var hourlyActivity: [Int] { list.list.activity.newest(hours: 24) }

  // MARK: Moving

  /// Says how many rows the screen has for the list; starts to load.
  public func resize(height: Int) {
    self.height = height
    list.resize(height: height)
  }

  public func move(_ movement: ListMovement) {
    stopSeeking()
    list.move(movement)
    if movement == .last, let coverage = narrowedCoverage, !coverage.isExhausted {
      let scanned = "\(coverage.scanned.grouped) of \(coverage.total.grouped)"
      messages.post(.note, "the last of \(coverage.matches.grouped) found so far, in \(scanned) scanned")
    }
  }

  /// Scrolls columns in or out; at most as many are hidden as leave one.
  public func moveColumns(by count: Int, of total: Int) {
    firstColumn = min(max(0, firstColumn + count), total - 1)
  }

  /// Changes between all sign-ins and the risky ones.
  public func toggleScope() {
    stopSeeking()
    list.leave()
    scope = scope == .all ? .risky : .all
    list.resize(height: height)
    narrow(mayScan: mayScan)
  }

  public func refresh() {
    stopSeeking()
    list.list.refresh()
  }

  /// Nobody looks any more. What is known stays, with selection, filter, sort and marks.
  func leave() {
    stopSeeking()
    for list in lists.values { list.leave() }
  }

  // MARK: Searching

  /// Goes to the next risky sign-in below (1) or above (-1), reading on as far as that needs.
  public func seekRisk(_ direction: Int) {
    seek = RiskSeek(direction: direction, place: viewport.selected + direction, examined: 0)
    if direction > 0 { list.resumeScan() }
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

  /// Ends whatever reads on by itself. False if nothing did.
  public func stop() -> Bool {
    let wasSeeking = stopSeeking()
    return list.stopScan() || wasSeeking
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
    case .failed(let error):
      messages.post(.failure, "search stopped at row \((search.place + 1).grouped): \(error.summary)")
    case .ended:
      let (side, end) = search.direction > 0 ? ("below", "end") : ("above", "beginning")
      messages.post(.note, "no risky sign-in \(side): \(search.examined.grouped) rows looked at, to the list's \(end)")
    }
    stopSeeking()
  }

  // MARK: Filtering and sorting

  /// Takes the filter as it is being typed: what is loaded is filtered at once, and nothing is read for it yet.
  /// What can't be read is told by `filterError`, and the last good filter stays in force.
  public func editFilter(_ text: String, in context: FilterContext) {
    do throws(FilterError) {
      let filter = try Filter(parsing: text, in: context)
      self.filter = filter.isEmpty ? nil : filter
      filterText = text
      filterError = nil
      stopSeeking()
      narrow(mayScan: false)
    } catch {
      filterError = error
    }
  }

  /// The typing has come to rest: pages are read until the screen is full.
  public func scanForMatches() {
    guard filter != nil else { return }
    narrow(mayScan: true)
  }

  public func sortByNextColumn() {
    let columns = SignInColumn.allCases
    let next = order.map { columns.firstIndex(of: $0.column).map { $0 + 1 } ?? 0 } ?? 0
    order = next < columns.count ? SignInOrder(column: columns[next], isDescending: columns[next] == .time) : nil
    orderChanged()
  }

  public func reverseSort() {
    guard let order else {
      messages.post(.note, "the list is in the server's order: s sorts it by a column")
      return
    }
    self.order = SignInOrder(column: order.column, isDescending: !order.isDescending)
    orderChanged()
  }

  private func orderChanged() {
    stopSeeking()
    narrow(mayScan: mayScan)
  }

  private func narrow(mayScan: Bool) {
    self.mayScan = mayScan
    list.narrow(Narrowing(filter: filter, order: order), mayScan: mayScan)
  }

  // MARK: Marks

  /// Marks the selected sign-in, or takes its mark away, and goes on to the next.
  public func toggleMark() {
    guard let row = list.row(at: viewport.selected) else { return }
    if marked.contains(row) { unmark([row]) } else { mark([row]) }
    move(.down)
  }

  /// Marks all that the filter has found so far; takes their marks away if all are marked.
  public func markAllMatches() {
    guard filter != nil else {
      messages.post(.note, "a marks all matches of a filter, and there is none: / sets one")
      return
    }
    let rows = list.source.loadedRows.all()
    if marked.isSuperset(of: rows) { unmark(rows) } else { mark(rows) }
    messages.post(.note, "\(marked.count.grouped) marked")
  }

  private func mark(_ rows: [FleetRow]) {
    for row in rows where marked.insert(row).inserted {
      marks[row.tenant, default: 0] += 1
      if marks[row.tenant] == 1 { store(row.tenant)?.hold(for: .marked) }
    }
  }

  private func unmark(_ rows: [FleetRow]) {
    for row in rows where marked.remove(row) != nil {
      marks[row.tenant, default: 1] -= 1
      if marks[row.tenant] == 0 { store(row.tenant)?.release(.marked) }
    }
  }

  // MARK: The list in force

  /// What completion finds its candidates in.
  var snapshot: FleetSnapshot { list.list.snapshot }

  private var list: ScopedSignIns {
    if let list = lists[scope] { return list }
    let list = ScopedSignIns(source(scope)) { [weak self] _ in self?.pagesChanged() }
    lists[scope] = list
    return list
  }

  private func pagesChanged() {
    continueSeeking()
    onChange()
  }
}

/// What stands at a place of the sign-in list.
public enum SignInRow: Hashable, Sendable {
  /// `isSeam`: it is not proven that this is the neighbour of the row above.
  case signIn(SignIn, isSeam: Bool, isMarked: Bool)
  case pending
  case failed(ElementsError)
}
