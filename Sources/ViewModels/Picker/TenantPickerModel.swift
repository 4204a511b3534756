import Elements

/// All customers and their tenants, with the action counts of those in view.
@MainActor
public final class TenantPickerModel {
  /// Words that a row has to contain; empty for all rows.
  public private(set) var filter = ""
  /// The rows that the filter leaves, favourites first, else in the server's order.
  public private(set) var rows: [PickerRow] = []
  public private(set) var viewport = ListViewport()
  /// All rows read so far, filtered or not.
  public private(set) var rowCount = 0

  private var customers: CustomerList
  private var allRows: [PickerRow] = []
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
    counts.onChange = { [weak self] in self?.countsChanged() }
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

  /// Shows only rows that contain all words of the filter. The selected row stays selected while it is shown.
  public func setFilter(_ text: String) {
    filter = text
    applyFilter()
  }

  public func refresh() {
    counts.forget()
    customers.reload()
    showCounts()
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
    applyFilter()
    onChange()
  }

  private func countsChanged() {
    if PickerFilter(filter).needsCounts { applyFilter() }
    onChange()
  }

  /// Tenants whose counts the filter asks for and does not know yet; 0 for a filter of words alone.
  public var uncountedCandidates: Int {
    let filter = PickerFilter(filter)
    guard filter.needsCounts else { return 0 }
    return allRows.filter(filter.isCandidate).compactMap(\.reference).count { reference in
      counts.counts[reference].map { $0 == .loading } ?? true
    }
  }

  private func applyFilter() {
    let filter = PickerFilter(filter)
    rows = filter.isEmpty ? allRows : allRows.filter { filter.holds($0, counts: $0.reference.flatMap(counts(of:))) }
    let kept = selectedID.flatMap { id in rows.firstIndex { $0.id == id } }
    viewport.setCount(rows.count)
    viewport.select(kept ?? firstTenant ?? 0)
    if selectedID == nil || filter.isEmpty { selectedID = selected?.id }
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
    let filter = PickerFilter(filter)
    // A condition on counts is about tenants that are not in view yet as well; those in view come first.
    let candidates = filter.needsCounts ? allRows.filter(filter.isCandidate).compactMap(\.reference) : []
    counts.show(visible + candidates)
  }
}
