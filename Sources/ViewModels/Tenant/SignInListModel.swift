import Elements
import SignInAnalysis
import SignInStore

/// A tenant's sign-ins as a list that is read while one scrolls, or filtered and sorted from what was read.
///
/// Selection belongs to a record: whatever arrives, is read or is refreshed, the selected sign-in and the lines around
/// it stay.
@MainActor
public final class SignInListModel: MovableList, WideList {
  /// All sign-ins or the risky ones: two lists, each with its own place.
  public private(set) var scope: SignInScope
  /// The rows are of many tenants, which a column names.
  public let hasTenants: Bool
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
  /// The only rows that are shown; nil for all.
  private var only: Set<FleetRow>?
  /// Rows that one signal explains are folded to one, but for those that these stand for; nil where nothing is folded.
  private var foldedBut: Set<FleetRow>?

  /// Told when other rows may be in the list, or mean something else.
  let changes = Observers<Cause>()

  private var lists: [SignInScope: ScopedSignIns] = [:]
  private let source: @MainActor (SignInScope) -> any SignInSource
  let store: @MainActor (TenantNumber) -> TenantStore?
  /// The tenant that all rows are of; nil for a list of many.
  private(set) var homeTenant: TenantNumber?
  /// The prompt of the filter, and what changes the filter by a term.
  public private(set) lazy var filterEditor = FilterEditor(of: self, history: context.signInFilters, context: context)
  let context: PlaceContext
  var messages: MessageLog { context.messages }
  var marks: Marks { context.marks }
  /// The sign-in that is to be selected once it is read.
  private var revealed: FleetRow?
  /// The row that was gone to last for its signal.
  var signalled: FleetRow?
  private var height = 1
  private var mayScan = false
  /// The filter's dates and hours are local ones.
  private var isLocalFilter = false

  /// - Parameters:
  ///   - source: all sign-ins, or the risky ones.
  ///   - store: that of a tenant of the sources.
  ///   - hasTenants: the rows are of many tenants.
  ///   - scope: which of the lists is shown first.
  init(
    source: @escaping @MainActor (SignInScope) -> any SignInSource,
    store: @escaping @MainActor (TenantNumber) -> TenantStore?, hasTenants: Bool = false, scope: SignInScope = .all,
    context: PlaceContext
  ) {
    self.source = source
    self.store = store
    self.hasTenants = hasTenants
    self.scope = scope
    self.context = context
  }

  /// The sign-ins of one tenant.
  convenience init(_ store: TenantStore, context: PlaceContext) {
    self.init(source: store.list, store: { $0 == store.number ? store : nil }, context: context)
    homeTenant = store.number
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

  /// The tenant of the row at a place; nil while that is not loaded.
  public func tenant(at place: Int) -> TenantIdentity? {
    list.row(at: place).flatMap { store($0.tenant) }.map { context.names.identity(of: $0.tenant) }
  }

  /// What speaks for trouble at the row at a place, and against; nil where nothing does.
  public func signal(at place: Int) -> ShownSignal? {
    list.row(at: place).flatMap(context.shownSignal(of:))
  }

  /// Whether a row that is read later may come to stand above this place: the list is not complete down to here.
  public func isUnsettled(_ place: Int) -> Bool {
    hasTenants && place >= list.source.settledCount
  }

  /// The selected sign-in's row; nil while its place is not loaded.
  var selectedRow: FleetRow? { list.row(at: viewport.selected) }

  /// The selected sign-in; nil while its place is not loaded.
  public var selected: SignIn? {
    list.signIn(at: viewport.selected)
  }

  /// The rows that are shown and loaded, in order.
  var shownRows: LoadedRows { list.source.loadedRows }

  public var coverage: SignInCoverage { list.coverage }

  /// What a filter or a sort was computed from; nil for the whole list.
  public var narrowedCoverage: NarrowedCoverage? { list.narrowedCoverage }

  /// Loaded sign-ins an hour in the 24 hours before the newest of them, oldest first; empty while none is loaded.
  public var hourlyActivity: [Int] { list.list.activity.newest(hours: 24) }

  /// All that was read of the rows' tenants.
  var snapshot: FleetSnapshot { list.list.snapshot }

  /// A filter is still working through what was read before.
  var isFiltering: Bool { list.isFiltering }

  /// The zone in which times are shown.
  var zone: FilterZone { context.times.zone }

  // MARK: Moving

  /// Says how many rows the screen has for the list; starts to load.
  public func resize(height: Int) {
    self.height = height
    list.resize(height: height)
  }

  /// Is on the screen again, perhaps in another zone than before.
  func appear() {
    if isLocalFilter != context.times.isLocal { zoneChanged() }
    list.resize(height: height)
  }

  func select(_ place: Int) {
    stopSeeking()
    revealed = nil
    list.select(place)
  }

  func move(_ movement: ListMovement) {
    stopSeeking()
    revealed = nil
    list.move(movement)
    if movement == .last, let coverage = narrowedCoverage, !coverage.isExhausted {
      let scanned = "\(coverage.scanned.grouped) of \(coverage.total.grouped)"
      messages.post(.note, "the last of \(coverage.matches.grouped) found so far, in \(scanned) scanned")
    }
  }

  /// Scrolls columns in or out; at most as many are hidden as leave one. One column is the signals'.
  func moveColumns(by count: Int) {
    firstColumn = min(max(0, firstColumn + count), SignInColumn.allCases.count + (hasTenants ? 1 : 0))
  }

  /// Changes between all sign-ins and the risky ones.
  @discardableResult
  func toggleScope() -> Step {
    list.leave()
    showOtherScope()
    return .stay
  }

  private func showOtherScope() {
    stopSeeking()
    scope = scope.other
    list.resize(height: height)
    narrow(mayScan: mayScan)
  }

  /// The selected sign-in's address, or its user, in all tenants.
  func whereElse(_ field: FilterField) -> Step {
    guard let signIn = selected else { return .stay }
    let name = field == .ip ? signIn.ip : signIn.userPrincipalName
    guard let name, !name.isEmpty else {
      messages.post(.note, "this sign-in has no \(field == .ip ? "address" : "principal name")")
      return .stay
    }
    if field == .ip { return .open(.whereElse(address: name)) }
    let account = GuestName.homeAccount(of: name) ?? name
    return .open(.sightings(.user(account), named: account))
  }

  func refresh() {
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
  @discardableResult
  func seekRisk(_ direction: Int) -> Step {
    seek = RiskSeek(direction: direction, place: viewport.selected + direction, examined: 0)
    if direction > 0 { list.resumeScan() }
    continueSeeking()
    return .stay
  }

  /// Ends a search that waits for pages. False if there was none.
  @discardableResult
  func stopSeeking() -> Bool {
    guard seek != nil else { return false }
    seek = nil
    list.sought = nil
    return true
  }

  /// Ends whatever reads on by itself. False if nothing did.
  func stop() -> Bool {
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
    case .found: selectFound(search.place)
    case .failed(let error):
      messages.post(.failure, "search stopped at row \((search.place + 1).grouped): \(error.summary)")
    case .ended:
      let (side, end) = search.direction > 0 ? ("down", "end") : ("up", "beginning")
      messages.post(.note, "no risky sign-in further \(side) (\(end) of the list)")
    }
    stopSeeking()
  }

  // MARK: Filtering and sorting

  /// Takes a filter: what is loaded is filtered at once, and nothing is read for it yet. What can't be read is told by
  /// `filterError`, and the last good filter stays in force.
  func setFilter(_ text: String, isTyping: Bool) {
    do throws(FilterError) {
      let filter = try Filter(parsing: text, of: filterFields, in: context.filterContext)
      filterError = nil
      guard !isTyping || !filter.isUnfinishedFieldName else { return }
      // The same filter as before goes on reading where it did.
      let mayScan = self.mayScan && text == filterText
      self.filter = filter.isEmpty ? nil : filter
      filterText = text
      isLocalFilter = context.times.isLocal
      stopSeeking()
      narrow(mayScan: mayScan)
    } catch {
      filterError = error
    }
  }

  /// Pages are read until the screen is full.
  func readOnForFilter() {
    guard filter != nil else { return }
    narrow(mayScan: true)
  }

  /// Times are shown in another zone, in which a filter may mean something else.
  func zoneChanged() {
    if filter?.dependsOnZone == true { setFilter(filterText, isTyping: false) }
    changes.tell(.byUser)
  }

  /// Narrows the list to sign-ins with the same value as the selected one in a field, or to those without it.
  @discardableResult
  func pivot(_ field: FilterField, negated: Bool) -> Step {
    guard let signIn = selected else { return .stay }
    guard let value = signIn.value(of: field) else {
      messages.post(.note, "this sign-in has no \(field.noun)")
      return .stay
    }
    return filterEditor.change { $0.adding(value, to: field, negated: negated) }
  }

  /// Sorts by a column; nil for the server's order.
  func sort(_ order: SignInOrder?) {
    self.order = order
    orderChanged()
  }

  @discardableResult
  public func reverseSort() -> Step {
    guard let order else {
      messages.post(.note, "the list is in the server's order: \(.sort) sorts it by a column")
      return .stay
    }
    sort(SignInOrder(column: order.column, isDescending: !order.isDescending))
    return .stay
  }

  private func orderChanged() {
    stopSeeking()
    narrow(mayScan: mayScan)
  }

  /// Only sign-ins are shown that were marked.
  public var isMarkedOnly: Bool { only != nil }

  /// Shows some rows of the list, or all of it.
  func show(only rows: Set<FleetRow>?) {
    only = rows
    stopSeeking()
    narrow(mayScan: mayScan)
  }

  /// Rows that one signal explains are folded to one.
  public var isFolded: Bool { foldedBut != nil }

  /// How many rows the one at a place stands for, itself included.
  public func foldedCount(at place: Int) -> Int { list.foldedCount(at: place) }

  /// Folds the list, or unfolds it; where the selected row stands for others, unfolds just these.
  @discardableResult
  func toggleFold() -> Step {
    if let row = selectedRow, list.foldedCount(at: viewport.selected) > 1 {
      foldedBut?.insert(row)
    } else {
      foldedBut = isFolded ? nil : []
    }
    stopSeeking()
    narrow(mayScan: mayScan)
    if isFolded, !isFiltering, narrowedCoverage?.folded == 0, foldedBut?.isEmpty == true {
      messages.post(.note, "no sign-ins here that one signal about an address explains")
    }
    return .stay
  }

  private func narrow(mayScan: Bool) {
    self.mayScan = mayScan
    list.narrow(Narrowing(filter: filter, order: order, only: only, foldedBut: foldedBut), mayScan: mayScan)
    changes.tell(.byUser)
  }

  // MARK: Showing one sign-in

  /// Selects a sign-in, in the list that has it; where neither has it yet, as soon as it is read.
  func reveal(_ row: FleetRow) {
    if !filterText.isEmpty { setFilter("", isTyping: false) }
    _ = leaveMarkedOnly()
    if isFolded {
      foldedBut = nil
      narrow(mayScan: mayScan)
    }
    // What is asked for of the list that is left is still read: evidence rests on it.
    if list.list.place(of: row) == nil, source(scope.other).place(of: row) != nil { showOtherScope() }
    revealed = row
    selectRevealed()
  }

  private func selectRevealed() {
    guard let row = revealed, let place = list.source.place(of: row) else { return }
    revealed = nil
    selectFound(place)
  }

  /// Selects a row that a command has led to, and tells those who show more of it.
  func selectFound(_ place: Int) {
    list.select(place)
    changes.tell(.byUser)
  }

  /// Where a row stands in the list as it is shown; nil where it does not, or not yet.
  func place(of row: FleetRow) -> Int? { list.source.place(of: row) }

  // MARK: The list in force

  var list: ScopedSignIns {
    if let list = lists[scope] { return list }
    let list = ScopedSignIns(source(scope), signals: context.signalBasis) { [weak self] _ in self?.pagesChanged() }
    lists[scope] = list
    return list
  }

  private func pagesChanged() {
    selectRevealed()
    continueSeeking()
    changes.tell(.byReading)
    context.onChange()
  }
}
