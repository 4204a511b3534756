import Elements
import SignInAnalysis
import SignInStore

/// All customers and their tenants, with the action counts of those in view.
@MainActor
public final class TenantsModel: MovableList, WideList {
  /// The rows that the filter leaves, favourites first, else in the server's order.
  public private(set) var rows: [TenantRow] = []
  public private(set) var viewport = ListViewport()
  /// All rows read so far, filtered or not.
  public private(set) var rowCount = 0
  /// Tenants read so far, filtered or not.
  public private(set) var tenantCount = 0

  /// Columns scrolled out to the left.
  public private(set) var firstColumn = 0
  /// The prompt of the filter, and what changes the filter by a term.
  public private(set) lazy var editor = FilterEditor(of: self, history: context.tenantFilters, context: context)

  private let context: PlaceContext
  private var customers: CustomerList
  private var allRows: [TenantRow] = []
  /// Where in `allRows` the rows stand that the filter leaves.
  private var kept: [Int] = []
  /// Where in `allRows` each tenant stands.
  private var places: [TenantReference: [Int]] = [:]
  private var narrowing = TenantFilter()
  private var selectedID: TenantRow.ID?
  private let counts: ActionCountsOverview
  private let preferences: TenantPreferences
  private let onChange: @MainActor () -> Void

  init(context: PlaceContext, preferences: TenantPreferences = .none) {
    self.context = context
    onChange = context.onChange
    self.preferences = preferences
    customers = CustomerList(client: context.client, listed: preferences.listed)
    counts = ActionCountsOverview(context.fleet)
    customers.onChange = { [weak self] in self?.customersChanged() }
    counts.onChange = { [weak self] in self?.countsChanged(of: $0) }
  }

  // MARK: What there is

  public var coverage: CustomerCoverage { customers.coverage }

  /// The counts of a tenant; nil before anybody asked.
  public func counts(of tenant: TenantReference) -> Loadable<ActionCounts>? {
    counts.counts(of: tenant)
  }

  /// Whether a tenant has so many risky actions that it stands out.
  public func standsOut(_ counts: ActionCounts) -> Bool {
    (counts.risky ?? 0) >= preferences.riskyActions
  }

  public var selected: TenantRow? {
    rows.indices.contains(viewport.selected) ? rows[viewport.selected] : nil
  }

  /// The filter in force, as it was typed; empty for none.
  public var filter: String { narrowing.text }

  /// What is wrong with the filter being typed.
  public var filterError: FilterError? { narrowing.error }

  /// How far the counts are known that the filter asks for.
  public var countProgress: CountProgress { narrowing.progress }

  /// Tenants whose counts the filter asks for and does not know yet; 0 for a filter of words alone.
  public var uncountedCandidates: Int { countProgress.candidates - countProgress.counted }

  /// What completion can offer.
  var seenValues: SeenValues {
    SeenValues { [allRows] field in
      switch field {
      case .customer: allRows.map(\.customer.organization)
      case .tenant: allRows.compactMap(\.tenant?.name)
      case .country: allRows.compactMap(\.customer.countryOrRegion)
      default: []
      }
    }
  }

  // MARK: What the user does

  /// Says how many rows the screen has for the list.
  public func resize(height: Int) {
    viewport.resize(height: height)
    showCounts()
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

  /// Why there is no next (1) or previous (-1) tenant to go to.
  func wordsForNoNeighbour(_ direction: Int) -> Wording {
    if rowCount == 0 { return "the list of tenants has not been read yet: \(.back) goes there" }
    let place = direction > 0 ? "last" : "first"
    return filter.isEmpty ? "this is the \(place) tenant" : "this is the \(place) tenant that the filter leaves"
  }

  /// Shows only rows that the filter leaves. The selected row stays selected while it is shown. What can't be read is
  /// told by `filterError`, and the last good filter stays in force.
  func setFilter(_ text: String, isTyping: Bool) {
    if narrowing.read(text, isTyping: isTyping) { applyFilter() }
  }

  func refresh() {
    counts.forget()
    customers.reload()
    if narrowing.needsCounts { applyFilter() } else { showCounts() }
  }

  /// The tenant before (-1) or behind (1) another one among the rows shown.
  func neighbour(of tenant: TenantReference, _ direction: Int) -> TenantRow? {
    guard let index = rows.firstIndex(where: { $0.reference == tenant }) else {
      return direction > 0 ? rows.first { $0.tenant != nil } : nil
    }
    let others = direction > 0 ? Array(rows[(index + 1)...]) : rows[..<index].reversed()
    return others.first { $0.tenant != nil }
  }

  func select(_ row: TenantRow) {
    guard let index = rows.firstIndex(where: { $0.id == row.id }) else { return }
    viewport.select(index)
    selectedID = row.id
  }

  /// The screen is left: nothing more is asked for. Customers are read to the end all the same; they are few.
  func leave() {
    counts.leave()
  }

  func cancel() {
    counts.leave()
    customers.cancel()
  }

  // MARK: The place


  /// Customers are read, if nobody has done so yet.
  func load() { customers.load() }

  /// Customers are read, if nobody has done so yet, and the counts of the tenants in view.
  func appear() {
    customers.load()
    showCounts()
  }

  func escape() -> Bool { editor.clear() }

  // MARK: Keeping the place

  private func customersChanged() {
    allRows = TenantRow.rows(of: customers.customers, isFavourite: preferences.isFavourite)
    rowCount = allRows.count
    context.names.note(allRows)
    tenantCount = allRows.count { $0.tenant != nil }
    places = [:]
    for (place, row) in allRows.enumerated() {
      if let tenant = row.reference { places[tenant, default: []].append(place) }
    }
    applyFilter()
    onChange()
  }

  private func countsChanged(of tenant: TenantReference) {
    for place in places[tenant] ?? [] where narrowing.judge(place, of: allRows, counts: counts(of:)) {
      showRow(at: place)
    }
    onChange()
  }

  private func applyFilter() {
    kept = narrowing.judge(allRows, counts: counts(of:))
    rows = kept.map { allRows[$0] }
    let selected = selectedID.flatMap { id in rows.firstIndex { $0.id == id } }
    viewport.setCount(rows.count)
    viewport.select(selected ?? firstTenant ?? 0)
    if selectedID == nil || narrowing.isEmpty { selectedID = self.selected?.id }
    showCounts()
    // A condition on counts is about tenants that are not in view yet as well; those in view come first.
    counts.need(narrowing.undecided(of: allRows).compactMap(\.reference))
  }

  /// Puts in a row that the filter leaves, now that its counts are known.
  private func showRow(at place: Int) {
    let index = indexOfKept(place)
    let hasSelected = selected?.id == selectedID
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
    showCounts()
  }

  /// Where a place of `allRows` belongs among those that are kept.
  private func indexOfKept(_ place: Int) -> Int {
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private var firstTenant: Int? {
    rows.firstIndex { $0.tenant != nil }
  }

  private func selectionMoved() {
    selectedID = selected?.id
    showCounts()
  }

  private func showCounts() {
    counts.show(rows[viewport.visible].compactMap(\.reference))
  }
}

extension TenantsModel: PlaceModel {
  var list: (any MovableList)? { self }
  var columns: (any WideList)? { self }
  var filterEditor: FilterEditor? { editor }
  var tenants: TenantsModel? { self }
}

extension TenantsModel: FilteredList {
  var filterFields: FilterList { TenantFilter.fields }
  var filterText: String { filter }
  /// Counts that a filter asks for are read as soon as it is in force.
  func readOnForFilter() {}
}
