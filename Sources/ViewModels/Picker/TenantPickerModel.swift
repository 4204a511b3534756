import Elements
import SignInAnalysis

/// All customers and their tenants, with the action counts of those in view.
@MainActor
public final class TenantPickerModel {
  /// The rows that the filter leaves, favourites first, else in the server's order.
  public private(set) var rows: [PickerRow] = []
  public private(set) var viewport = ListViewport()
  /// All rows read so far, filtered or not.
  public private(set) var rowCount = 0

  private var customers: CustomerList
  private var allRows: [PickerRow] = []
  /// Where in `allRows` each tenant stands.
  private var places: [TenantReference: [Int]] = [:]
  private var narrowing = PickerFilter()
  private var selectedID: PickerRow.ID?
  private let counts: ActionCountsOverview
  private let preferences: TenantPreferences
  private let onChange: @MainActor () -> Void

  init(
    client: ElementsClient, preferences: TenantPreferences = .none, onChange: @escaping @MainActor () -> Void
  ) {
    self.onChange = onChange
    self.preferences = preferences
    customers = CustomerList(client: client, listed: preferences.listed)
    counts = ActionCountsOverview(client: client)
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

  /// Starts to read customers, if nobody has yet, and the counts of the tenants in view.
  public func resize(height: Int) {
    viewport.resize(height: height)
    customers.load()
    showCounts()
  }

  public func move(_ movement: ListMovement) {
    viewport.move(movement)
    selectionMoved()
  }

  /// Shows only rows that the filter leaves. The selected row stays selected while it is shown. What can't be read is told by
  /// `filterError`, and the last good filter stays in force.
  public func setFilter(_ text: String) {
    if narrowing.read(text) { applyFilter() }
  }

  public func refresh() {
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

  // MARK: Keeping the place

  private func customersChanged() {
    allRows = PickerRow.rows(of: customers.customers, isFavourite: preferences.isFavourite)
    rowCount = allRows.count
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
