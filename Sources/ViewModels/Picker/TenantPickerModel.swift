import Elements
import SignInAnalysis

/// All customers and their tenants, with the action counts of those in view.
@MainActor
public final class TenantPickerModel: MovableList, WideList {
  /// The rows that the filter leaves, favourites first, else in the server's order.
  public private(set) var rows: [PickerRow] = []
  public private(set) var viewport = ListViewport()
  /// All rows read so far, filtered or not.
  public private(set) var rowCount = 0

  /// Columns scrolled out to the left.
  public private(set) var firstColumn = 0
  /// The prompt of the filter, and what changes the filter by a term.
  public private(set) lazy var editor = FilterEditor(of: self, history: context.tenantFilters, context: context)

  private let context: PlaceContext
  private var customers: CustomerList
  private var allRows: [PickerRow] = []
  /// Where in `allRows` each tenant stands.
  private var places: [TenantReference: [Int]] = [:]
  private var narrowing = PickerFilter()
  private var selectedID: PickerRow.ID?
  private let counts: ActionCountsOverview
  private let preferences: TenantPreferences
  private let onChange: @MainActor () -> Void

  init(context: PlaceContext, preferences: TenantPreferences = .none) {
    self.context = context
    onChange = context.onChange
    self.preferences = preferences
    customers = CustomerList(client: context.client, listed: preferences.listed)
    counts = ActionCountsOverview(client: context.client)
    customers.onChange = { [weak self] in self?.customersChanged() }
    counts.onChange = { [weak self] in self?.countsChanged(of: $0) }
  }

  // MARK: What there is

  public var coverage: CustomerCoverage { customers.coverage }

  /// The counts of a tenant; nil before anybody asked.
  public func counts(of tenant: TenantReference) -> Loadable<ActionCounts>? {
    counts.counts[tenant]
  }

  /// Whether a tenant has so many risky actions that it stands out.
  public func standsOut(_ counts: ActionCounts) -> Bool {
    (counts.risky ?? 0) >= preferences.riskyActions
  }

  /// Tenants read so far, filtered or not.
  public var tenantCount: Int { allRows.count { $0.tenant != nil } }

  public var selected: PickerRow? {
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
  func neighbour(of tenant: TenantReference, _ direction: Int) -> PickerRow? {
    guard let index = rows.firstIndex(where: { $0.reference == tenant }) else {
      return direction > 0 ? rows.first { $0.tenant != nil } : nil
    }
    let others = direction > 0 ? Array(rows[(index + 1)...]) : rows[..<index].reversed()
    return others.first { $0.tenant != nil }
  }

  func select(_ row: PickerRow) {
    guard let index = rows.firstIndex(where: { $0.id == row.id }) else { return }
    viewport.select(index)
    selectedID = row.id
  }

  /// The screen is left: nothing more is asked for. Customers are read to the end all the same; they are few.
  func leave() {
    counts.cancel()
  }

  func cancel() {
    counts.cancel()
    customers.cancel()
  }

  // MARK: The place

  var title: [String] { ["Tenants"] }

  /// Customers are read, if nobody has done so yet, and the counts of the tenants in view.
  func appear() {
    customers.load()
    showCounts()
  }

  func escape() -> Bool { editor.clear() }

  // MARK: Keeping the place

  private func customersChanged() {
    allRows = PickerRow.rows(of: customers.customers, isFavourite: preferences.isFavourite)
    rowCount = allRows.count
    context.names.note(allRows)
    places = [:]
    for (place, row) in allRows.enumerated() {
      if let tenant = row.reference { places[tenant, default: []].append(place) }
    }
    applyFilter()
    onChange()
  }

  private func countsChanged(of tenant: TenantReference) {
    var isChanged = false
    for place in places[tenant] ?? [] where narrowing.judge(place, of: allRows, counts: counts(of:)) {
      isChanged = true
    }
    if isChanged { showRows(narrowing.kept(of: allRows)) }
    onChange()
  }

  private func applyFilter() {
    showRows(narrowing.judge(allRows, counts: counts(of:)))
  }

  private func showRows(_ kept: [PickerRow]) {
    rows = kept
    let kept = selectedID.flatMap { id in rows.firstIndex { $0.id == id } }
    viewport.setCount(rows.count)
    viewport.select(kept ?? firstTenant ?? 0)
    if selectedID == nil || narrowing.isEmpty { selectedID = selected?.id }
    showCounts()
  }

  private var firstTenant: Int? {
    rows.firstIndex { $0.tenant != nil }
  }

  private func selectionMoved() {
    selectedID = selected?.id
    showCounts()
  }

  private func showCounts() {
    let visible = rows[viewport.visible].compactMap(\.reference)
    // A condition on counts is about tenants that are not in view yet as well; those in view come first.
    counts.show(visible + narrowing.undecided(of: allRows).compactMap(\.reference))
  }
}

extension TenantPickerModel: PlaceModel {
  var list: (any MovableList)? { self }
  var columns: (any WideList)? { self }
  var filterEditor: FilterEditor? { editor }
  var tenants: TenantPickerModel? { self }
}

extension TenantPickerModel: FilteredList {
  var filterFields: FilterList { PickerFilter.fields }
  var filterText: String { filter }
  /// Counts that a filter asks for are read as soon as it is in force.
  func readOnForFilter() {}
}
