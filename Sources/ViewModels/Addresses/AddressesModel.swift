import Elements
import SignInAnalysis
import SignInStore

/// All addresses in what was read of all tenants, with whom they were seen.
@MainActor
public final class AddressesModel: PlaceModel, MovableList, WideList {
  /// Between two countings while pages are being read.
  static let betweenCountings: Duration = .milliseconds(500)

  public private(set) var table = AddressTable()
  public private(set) var viewport = ListViewport()
  /// Columns scrolled out to the left.
  public private(set) var firstColumn = 0
  public private(set) var order = AddressOrder(.customers)
  /// The filter in force, as it was typed; empty for none.
  public private(set) var filterText = ""
  public private(set) var filterError: FilterError?
  /// The prompt of the filter, and what changes the filter by a term.
  public private(set) lazy var editor = FilterEditor(of: self, history: context.addressFilters, context: context)
  public let lookBack: LookBackModel?
  private var filter: Filter?
  private let context: PlaceContext
  private lazy var index = AddressIndex(of: context.fleet)
  private var selectedNumber: UInt32?
  private var counting: Task<Void, Never>?
  private var isStale = true
  private var isShown = false

  init(context: PlaceContext, lookBack: LookBackModel) {
    self.context = context
    self.lookBack = lookBack
  }

  // MARK: What there is

  public var selected: AddressRow? { table[viewport.selected] }

  /// Addresses are being counted, and none are known yet.
  public var isCounting: Bool { counting != nil && table.total == 0 }

  // MARK: What the user does

  /// Says how many rows the screen has for the list.
  public func resize(height: Int) {
    viewport.resize(height: height)
  }

  func move(_ movement: ListMovement) {
    viewport.move(movement)
    selectedNumber = selected?.number
  }

  func select(_ place: Int) {
    viewport.select(place)
    selectedNumber = selected?.number
  }

  func moveColumns(by count: Int) {
    firstColumn = min(max(0, firstColumn + count), AddressColumn.allCases.count)
  }

  /// Shows an address's sign-ins everywhere.
  func open() -> Step {
    selected.map { .open(.whereElse(address: $0.ip)) } ?? .stay
  }

  func sort(_ order: AddressOrder) {
    self.order = order
    count()
  }

  // MARK: Counting

  private func tablesChanged() {
    isStale = true
    guard isShown, counting == nil else { return }
    count(after: AddressesModel.betweenCountings)
  }

  /// Counts anew, away from the main actor; what is shown stays meanwhile.
  private func count(after pause: Duration? = nil) {
    counting?.cancel()
    isStale = false
    let (order, filter, texts, wait) = (order, filter, context.tenantTexts, context.pause)
    counting = Task { [weak self, index] in
      if let pause { await wait(pause) }
      guard !Task.isCancelled else { return }
      let table = await index.table(order, filter: filter, texts: texts)
      guard !Task.isCancelled else { return }
      self?.take(table)
    }
  }

  private func take(_ table: AddressTable) {
    counting = nil
    self.table = table
    let line = viewport.selected - viewport.top
    viewport.setCount(table.count)
    if let number = selectedNumber, let place = table.place(of: number) {
      viewport.select(place)
      viewport.scroll(toLine: line)
    }
    selectedNumber = selected?.number
    context.onChange()
    if isStale, isShown { tablesChanged() }
  }

  // MARK: The place

  func appear() {
    if !isShown { index.changes.add(self) { [weak self] in self?.tablesChanged() } }
    isShown = true
    if isStale { count() }
  }

  func leave() {
    isShown = false
    index.changes.remove(self)
    isStale = true
  }

  func escape() -> Bool { stop() || editor.clear() }
  func stop() -> Bool { lookBack?.stop() ?? false }
  func refresh() { count() }

  var list: (any MovableList)? { self }
  var columns: (any WideList)? { self }
  var filterEditor: FilterEditor? { editor }
  var sortable: (any SortableList)? { self }
  var addresses: AddressesModel? { self }
  var copyableRows: (any CopyableRowList)? { self }
}

extension AddressesModel: SortableList {
  public func sortMenu() -> ChoiceModel {
    let orders = AddressColumn.allCases.map { AddressOrder($0) }
    let items = orders.map { order in
      ChoiceModel.Item(text: order.column.words) { [weak self] in
        self?.sort(order)
        return .stay
      }
    }
    return ChoiceModel("Sort", items, selected: AddressColumn.allCases.firstIndex(of: order.column) ?? 0)
  }

  public func reverseSort() -> Step {
    sort(AddressOrder(order.column, isDescending: !order.isDescending))
    return .stay
  }
}

extension AddressColumn {
  /// The order that one asks for first.
  fileprivate var words: String {
    switch self {
    case .address: "by address"
    case .customers: "most customers first"
    case .tenants: "most tenants first"
    case .users: "most users first"
    case .signIns: "most sign-ins first"
    case .risky: "most risky sign-ins first"
    case .stayed: "most users who stayed first"
    case .first: "newest first sight first"
    case .last: "latest sight first"
    }
  }
}

extension AddressesModel: FilteredList {
  var filterFields: FilterList { .addresses }
  var seenValues: SeenValues { SeenValues { _ in [] } }
  func readOnForFilter() {}

  func setFilter(_ text: String, isTyping: Bool) {
    do throws(FilterError) {
      let filter = try Filter(parsing: text, of: .addresses, in: context.filterContext)
      filterError = nil
      guard text != filterText, !isTyping || !filter.isUnfinishedFieldName else { return }
      filterText = text
      self.filter = filter.isEmpty ? nil : filter
      count()
    } catch {
      filterError = error
    }
  }
}
