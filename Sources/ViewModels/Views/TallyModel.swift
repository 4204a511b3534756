import Elements
import SignInAnalysis

/// The sign-ins of a list, counted by the values of a field or of two.
@MainActor
public final class TallyModel: SignInView, MovableList, WideList {
  public let fields: [TallyField]
  public private(set) var tally = Tally()
  public private(set) var viewport = ListViewport()
  /// Columns scrolled out to the left.
  public private(set) var firstColumn = 0
  public private(set) var order = TallyOrder.mostFirst
  private let signInList: SignInListModel
  private let context: PlaceContext
  private var selectedValues: [TallyValue]?
  private lazy var work = ViewWork<Counted>(
    of: signInList, pause: context.pause, job: Self.job(fields, order, nil)
  ) { [weak self] in self?.take($0) }

  private struct Counted: Sendable {
    let tally: Tally
    /// Where the value stands that was selected.
    let selected: Int?
  }

  init(by fields: [TallyField], of signIns: SignInListModel, context: PlaceContext) {
    self.fields = fields
    signInList = signIns
    self.context = context
  }

  // MARK: What there is

  /// Nil while nothing is counted yet.
  public var coverage: ViewCoverage? { work.coverage }
  public var selected: TallyRow? { tally[viewport.selected] }
  public var filterPrompt: FilterEditor { signInList.filterEditor }

  /// What a tenant is called; foreign text.
  public func name(of tenant: TenantNumber) -> String {
    context.fleet.store(tenant).map { context.names.name(of: $0.tenant) } ?? ""
  }

  // MARK: Counting

  private static func job(
    _ fields: [TallyField], _ order: TallyOrder, _ selected: [TallyValue]?
  ) -> @Sendable (ViewMaterial) -> Counted {
    { material in
      guard let field = fields.first else { return Counted(tally: Tally(), selected: nil) }
      var book = TallyBook(by: field, and: fields.dropFirst().first, zone: material.zone)
      book.count(material.rows.all(), in: material.snapshot)
      let tally = book.tally(order, in: material.snapshot)
      return Counted(tally: tally, selected: selected.flatMap(tally.place))
    }
  }

  private func take(_ counted: Counted) {
    tally = counted.tally
    let line = viewport.selected - viewport.top
    viewport.setCount(tally.count)
    if let place = counted.selected, tally[place]?.values == selectedValues {
      viewport.select(place)
      viewport.scroll(toLine: line)
    }
    context.onChange()
  }

  // MARK: What the user does

  /// Says how many rows the screen has for the list.
  public func resize(height: Int) {
    viewport.resize(height: height)
  }

  func move(_ movement: ListMovement) {
    viewport.move(movement)
    selectionChanged()
  }

  func select(_ place: Int) {
    viewport.select(place)
    selectionChanged()
  }

  private func selectionChanged() {
    selectedValues = selected?.values
    work.job = Self.job(fields, order, selectedValues)
  }

  func moveColumns(by count: Int) {
    firstColumn = min(max(0, firstColumn + count), TallyColumn.allCases.count + fields.count - 2)
  }

  func sort(_ order: TallyOrder) {
    self.order = order
    work.makeAnew(isUrgent: true, job: Self.job(fields, order, selectedValues))
  }

  // MARK: The place

  var kind: SignInViewKind { .tally(fields) }
  func appear() { work.appear() }
  func leave() { work.leave() }
  func refresh() { signInList.refresh() }

  var list: (any MovableList)? { self }
  var columns: (any WideList)? { self }
  var filterEditor: FilterEditor? { signInList.filterEditor }
  var sortable: (any SortableList)? { self }
  var signIns: SignInListModel? { signInList }
  var view: (any SignInView)? { self }
  var copyableRows: (any CopyableRowList)? { self }

  func selectedTerms() -> NarrowingTerms {
    guard let row = selected else { return .none("there is nothing to narrow the list to") }
    var terms: [NarrowingTerm] = []
    for (field, value) in zip(fields, row.values) {
      guard let own = self.terms(of: value) else {
        return .none("no filter asks for sign-ins without \(field.article)")
      }
      terms += own
    }
    return .terms(terms)
  }

  /// Nil where no filter asks for it.
  private func terms(of value: TallyValue) -> [NarrowingTerm]? {
    switch value {
    case .user(let user):
      // Of several names only the id holds for all sign-ins.
      let name = user.hasOtherNames ? user.words.userID ?? user.name : user.name
      return name.map { [.value($0, .user)] }
    case .address(let text): return [.value(text, .ip)]
    case .network(let text): return [.network(text)]
    case .country(let text): return [.value(text, .country)]
    case .city(let city, let country):
      return NarrowingTerm.terms(city: city, country: country)
    case .hour(let hour): return [.value(String(hour), .hour)]
    case .tenant(let number):
      let name = context.fleet.store(number).flatMap { context.names.identity(of: $0.tenant).tenantName }
      return name.flatMap { $0.isEmpty ? nil : [.value($0, .tenant)] }
    case .none: return nil
    }
  }
}

extension TallyField {
  /// The field with its article, or what is missing where it is.
  fileprivate var article: String {
    switch self {
    case .user, .network, .country, .city, .tenant: "a \(noun)"
    case .address: "an address"
    case .hour: "a time"
    }
  }
}

extension TallyModel: SortableList {
  public func sortMenu() -> ChoiceModel {
    let orders = TallyColumn.allCases.map { TallyOrder($0) }
    let items = orders.map { order in
      ChoiceModel.Item(text: order.column.words) { [weak self] in
        self?.sort(order)
        return .stay
      }
    }
    return ChoiceModel("Sort", items, selected: TallyColumn.allCases.firstIndex(of: order.column) ?? 0)
  }

  public func reverseSort() -> Step {
    sort(TallyOrder(order.column, isDescending: !order.isDescending))
    return .stay
  }
}

extension TallyColumn {
  /// The order that one asks for first.
  fileprivate var words: String {
    switch self {
    case .value: "by value"
    case .signIns: "most sign-ins first"
    case .users: "most users first"
    case .risky: "most risky sign-ins first"
    case .stayed: "most users that stayed first"
    case .first: "newest first sight first"
    case .last: "latest sight first"
    }
  }
}
