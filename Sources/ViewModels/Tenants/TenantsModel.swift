import Elements
import SignInAnalysis
import SignInStore

/// All customers and their tenants, worst first, with the figures of each.
///
/// Rows come to stand in another order when the user asks for it (`refresh`, `sort`, a filter) and when what they asked
/// for has been read, at first or anew; never when a figure comes. The selection then goes with its tenant, which stays
/// on its line of the screen.
@MainActor
public final class TenantsModel: MovableList, WideList {
  /// The rows that the filter leaves, in order.
  public private(set) var rows: [TenantRow] = []
  public private(set) var viewport = ListViewport()
  /// All rows read so far, filtered or not.
  public private(set) var rowCount = 0
  /// Tenants read so far, filtered or not.
  public private(set) var tenantCount = 0
  /// Tenants that the user has hidden.
  public private(set) var hiddenCount = 0
  public private(set) var order = TenantOrder.worstFirst

  /// Columns scrolled out to the left.
  public private(set) var firstColumn = 0
  /// The prompt of the filter, and what changes the filter by a term.
  public private(set) lazy var editor = FilterEditor(of: self, history: context.tenantFilters, context: context)

  public let lookBack: LookBackModel?
  private let context: PlaceContext
  private var customers: CustomerList
  /// In the server's order.
  private var allRows: [TenantRow] = []
  /// Where in `allRows` the rows stand, in the order of the list, and where in that order each of them does.
  private var arranged: [Int] = []
  private var ranks: [Int] = []
  /// Where in `allRows` the rows stand that the filter leaves, in the order of the list.
  private var kept: [Int] = []
  /// Where in `allRows` each tenant stands.
  private var places: [TenantReference: [Int]] = [:]
  private var narrowing = TenantFilter()
  /// The row that the user has selected; nil while they have not.
  private var selectedID: TenantRow.ID?
  private let counts: ActionCountsOverview
  private let risk: RiskOverview
  /// The place is in sight.
  private var isShown = false
  /// All is read that was asked for, at first or by the last refresh.
  private(set) var isSettled = false
  private var starred: Set<String>
  private let preferences: TenantPreferences
  private let onChange: @MainActor () -> Void

  init(context: PlaceContext, lookBack: LookBackModel? = nil, preferences: TenantPreferences = .none) {
    self.context = context
    self.lookBack = lookBack
    onChange = context.onChange
    self.preferences = preferences
    starred = preferences.stars.starred
    customers = CustomerList(client: context.client, listed: preferences.listed)
    counts = ActionCountsOverview(context.fleet)
    risk = RiskOverview(context.fleet)
    customers.onChange = { [weak self] in self?.customersChanged() }
    counts.onChange = { [weak self] in self?.figuresChanged(of: $0) }
    risk.onChange = { [weak self] in self?.figuresChanged(of: $0) }
    context.signals.changes.add(self) { [weak self] _ in self?.signalsChanged() }
    lookBack?.onEnd = { [weak self] in self?.orderAnew() }
  }

  // MARK: What there is

  public var coverage: CustomerCoverage { customers.coverage }

  /// What the risk figures of all tenants come to.
  public var totals: RiskTotals { risk.totals }

  /// The counts of a tenant; nil before anybody asked.
  public func counts(of tenant: TenantReference) -> Loadable<ActionCounts>? {
    counts.counts(of: tenant)
  }

  public func figures(of row: TenantRow) -> TenantFigures {
    guard let tenant = row.reference else { return .none }
    return TenantFigures(
      risk: risk.figures(of: tenant), change: risk.change(of: tenant), counts: counts.counts(of: tenant),
      signals: context.signals.table.tenants[context.fleet.store(of: tenant).number]?.counts)
  }

  /// The tenant's strongest signal; nil where none counts.
  public func signal(of row: TenantRow) -> ShownSignal? {
    row.reference.flatMap { context.shownSignal(of: $0) }
  }

  /// Signals of all tenants that count, by severity.
  public var signalCounts: SeverityCounts { context.signals.table.counts }

  /// Whether a tenant has risky sign-ins in 24 hours, and so many risky actions that it stands out.
  public func standsOut(_ row: TenantRow, _ figures: TenantFigures) -> Bool {
    guard let risk = figures.risk?.value, risk.lastDay > 0 else { return false }
    guard let counts = figures.counts?.value, counts.risky != nil else { return true }
    return hasManyActions(row, counts)
  }

  /// Whether a tenant has so many risky actions that it stands out.
  public func hasManyActions(_ row: TenantRow, _ counts: ActionCounts) -> Bool {
    let threshold = row.tenant.flatMap { preferences.settings(of: $0)?.riskyActions } ?? preferences.riskyActions
    return (counts.risky ?? 0) >= threshold
  }

  public func isStarred(_ row: TenantRow) -> Bool {
    row.isFavourite || row.reference.map(isStarred) ?? false
  }

  /// Whether the user has given it a star.
  func isStarred(_ tenant: TenantReference) -> Bool { starred.contains(tenant.tenantID) }

  public var selected: TenantRow? {
    rows.indices.contains(viewport.selected) ? rows[viewport.selected] : nil
  }

  /// The filter in force, as it was typed; empty for none.
  public var filter: String { narrowing.text }

  /// What is wrong with the filter being typed.
  public var filterError: FilterError? { narrowing.error }

  /// Only tenants are shown that may have had risky sign-ins in 24 hours.
  public var isRiskyOnly: Bool { narrowing.isRiskyOnly }

  /// How far the figures are known that the filter asks for.
  public var figureProgress: FigureProgress { narrowing.progress }

  /// Tenants whose figures the filter asks for and does not know yet; 0 for a filter of words alone.
  public var unreadCandidates: Int { figureProgress.candidates - figureProgress.read }

  /// What completion can offer.
  var seenValues: SeenValues {
    SeenValues { [allRows] field in
      switch field {
      case .customer: allRows.map(\.customer.organization)
      case .tenant: allRows.compactMap { $0.alias ?? $0.tenant?.name }
      case .country: allRows.compactMap(\.customer.countryOrRegion)
      case .group: allRows.flatMap(\.groups)
      default: []
      }
    }
  }

  // MARK: What the user does

  /// Says how many rows the screen has for the list.
  public func resize(height: Int) {
    viewport.resize(height: height)
    showFigures()
  }

  func move(_ movement: ListMovement) {
    viewport.move(movement)
    selectionMoved()
  }

  func select(_ place: Int) {
    viewport.select(place)
    selectionMoved()
  }

  /// Scrolls columns in or out; at most as many are hidden as leave one.
  func moveColumns(by count: Int) {
    firstColumn = min(max(0, firstColumn + count), TenantColumn.allCases.count - 1)
  }

  /// Opens the selected tenant.
  func open(telling messages: MessageLog) -> Step {
    guard let row = selected else { return .stay }
    guard let identity = row.identity else {
      messages.post(.note, "\(row.customer.organization) has no tenants")
      return .stay
    }
    // A row that a filter has selected becomes the user's own choice: it stays when the filter goes.
    select(row)
    return .open(.tenant(identity))
  }

  /// Gives a tenant a star, or takes it away.
  func toggleStar(of tenant: TenantReference, telling messages: MessageLog) {
    if allRows.contains(where: { $0.isFavourite && $0.reference == tenant }) {
      messages.post(.note, "the star is from the profile's favourites: it is taken away there")
      return
    }
    starred.formSymmetricDifference([tenant.tenantID])
    if let cause = preferences.stars.keep(starred) {
      messages.post(.warning, "the stars are not kept for the next start: \(cause)")
    }
  }

  func sort(_ order: TenantOrder) {
    self.order = order
    arrange()
  }

  /// Shows only rows that the filter leaves. The selected row stays selected while it is shown. What can't be read is
  /// told by `filterError`, and the last good filter stays in force.
  func setFilter(_ text: String, isTyping: Bool) {
    if narrowing.read(text, isTyping: isTyping) { arrange() }
  }

  /// Reads all anew. Old figures stay until the new ones come.
  func refresh() {
    counts.forget()
    risk.refresh()
    customers.reload()
    lookBack?.renewReach()
    isSettled = false
    arrange()
  }

  /// More is read that was asked for: once its signals are known, rows come to stand as they say.
  private func orderAnew() {
    isSettled = false
    settle()
  }

  func select(_ row: TenantRow) {
    guard let index = rows.firstIndex(where: { $0.id == row.id }) else { return }
    viewport.select(index)
    selectedID = row.id
  }

  /// The screen is left: nothing more is asked for. Customers are read to the end all the same; they are few.
  func leave() {
    isShown = false
    counts.leave()
    risk.leave()
  }

  func cancel() {
    leave()
    customers.cancel()
  }

  func toggleScope() -> Step {
    narrowing.isRiskyOnly.toggle()
    arrange()
    return .stay
  }

  // MARK: The place

  /// Customers are read, if nobody has done so yet.
  func load() { customers.load() }

  /// Customers are read, if nobody has done so yet, and the figures of their tenants, those in view first.
  func appear() {
    isShown = true
    customers.load()
    askForFigures()
    settle()
  }

  func escape() -> Bool { stop() || editor.clear() }
  func stop() -> Bool { lookBack?.stop() ?? false }

  // MARK: Keeping the place

  private func customersChanged() {
    let former = Dictionary(zip(arranged.map { allRows[$0].id }, 0...)) { first, _ in first }
    allRows = TenantRow.rows(of: customers.customers, preferences)
    rowCount = allRows.count
    context.names.note(allRows)
    tenantCount = allRows.count { $0.tenant != nil }
    hiddenCount = customers.customers.reduce(0) { $0 + $1.tenants.count } - tenantCount
    places = [:]
    var tenants: [TenantReference] = []
    for (place, row) in allRows.enumerated() {
      guard let tenant = row.reference else { continue }
      if places[tenant] == nil { tenants.append(tenant) }
      places[tenant, default: []].append(place)
    }
    // Those that are known keep their order, and new ones come behind them.
    let ranks = allRows.map { former[$0.id] ?? Int.max }
    arranged = allRows.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    risk.cover(tenants)
    applyFilter()
    settle()
    onChange()
  }

  private func figuresChanged(of tenant: TenantReference) {
    for place in places[tenant] ?? [] where narrowing.judge(place, of: allRows, figures: figures(of:)) {
      showRow(at: place)
    }
    settle()
    onChange()
  }

  private func signalsChanged() {
    guard !isSettled else { return }
    settle()
    if isSettled { onChange() }
  }

  /// Once all is read, rows come to stand as the figures say, but not while the user goes from tenant to tenant.
  private func settle() {
    guard !isSettled, isShown, risk.isOver, counts.isOver, !coverage.isLoading, coverage.total != nil || rowCount > 0,
      context.signals.isCurrent
    else { return }
    isSettled = true
    arrange()
    // The worst are what this order is for: they are not left above the window where the selection fits in below.
    if viewport.selected < viewport.height { viewport.scroll(toLine: viewport.selected) }
    showFigures()
  }

  /// Puts the rows in order, by what is known now.
  private func arrange() {
    arranged = order.places(of: allRows, figures: figures(of:))
    applyFilter()
  }

  private func applyFilter() {
    ranks = Array(repeating: 0, count: arranged.count)
    for (rank, place) in arranged.enumerated() { ranks[place] = rank }
    narrowing.judge(allRows, figures: figures(of:))
    let former = selected?.id == selectedID ? viewport.selected : nil
    kept = arranged.filter(narrowing.leaves)
    rows = kept.map { allRows[$0] }
    viewport.setCount(rows.count)
    showSelected(formerly: former)
    askForFigures()
  }

  private func askForFigures() {
    showFigures()
    guard isShown else { return }
    // A condition on counts, or an order by them, is about tenants that are not in view yet as well; those in view
    // come first.
    let uncounted = order.needsCounts ? allRows : narrowing.uncounted(of: allRows)
    counts.need(uncounted.compactMap(\.reference))
  }

  /// Selects the row of the user's choice where it is shown, else the first tenant.
  /// - Parameter former: where the row was; it stays on its line of the screen.
  private func showSelected(formerly former: Int?) {
    guard let index = selectedID.flatMap({ id in rows.firstIndex { $0.id == id } }) else {
      viewport.select(firstTenant ?? 0)
      return
    }
    if let former { viewport.shift(by: index - former) }
    viewport.select(index)
  }

  /// Puts in a row that the filter leaves, now that its figures are known.
  private func showRow(at place: Int) {
    let index = indexOfKept(place)
    let hasSelected = selectedID != nil && selected?.id == selectedID
    kept.insert(place, at: index)
    rows.insert(allRows[place], at: index)
    viewport.setCount(rows.count)
    if allRows[place].id == selectedID {
      viewport.select(index)
    } else if hasSelected {
      if index <= viewport.selected { viewport.select(viewport.selected + 1) }
    } else {
      viewport.select(firstTenant ?? 0)
    }
    showFigures()
  }

  /// Where a place of `allRows` belongs among those that are kept.
  private func indexOfKept(_ place: Int) -> Int {
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if ranks[kept[middle]] < ranks[place] { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private var firstTenant: Int? {
    rows.firstIndex { $0.tenant != nil }
  }

  private func selectionMoved() {
    selectedID = selected?.id
    showFigures()
  }

  private func showFigures() {
    guard isShown else { return }
    let visible = rows[viewport.visible].compactMap(\.reference)
    risk.show(visible)
    counts.show(visible)
  }
}
