/// The duties of a place, and what the commands find in it. Nil and false are what most places answer.
@MainActor
protocol PlaceModel: AnyObject {
  /// What the header says of the place: from the larger to the smaller; may contain foreign text. Empty for what lies
  /// over others.
  var title: [String] { get }

  /// The place is on the screen from now on: what is not known is asked for.
  func appear()
  /// Another place is on the screen: waiting calls end, all that is known stays.
  func leave()
  /// The place is on no way back any more.
  func close()
  /// Closes the innermost thing that is open in it, stops what reads on, or clears the filter. False if there was
  /// nothing, so that the place itself closes.
  func escape() -> Bool
  /// Stops what the user has started in it. False if there was nothing.
  func stop() -> Bool
  func refresh()

  /// The line that can be typed in it.
  var prompt: (any LinePrompt)? { get }

  // What commands are about.
  var list: (any MovableList)? { get }
  var columns: (any WideList)? { get }
  var filterEditor: FilterEditor? { get }
  var sortable: (any SortableList)? { get }
  var riskyScoped: (any RiskyScopedList)? { get }
  var tenants: TenantsModel? { get }
  var signIns: SignInListModel? { get }
  var signIn: SignInModel? { get }
  var tenant: TenantModel? { get }
  var choice: ChoiceModel? { get }
  var lookBack: LookBackModel? { get }
  var addresses: AddressesModel? { get }
  var view: (any SignInView)? { get }
  var map: MapModel? { get }
  var copyableRows: (any CopyableRowList)? { get }
}

extension PlaceModel {
  var title: [String] { [] }
  func appear() {}
  func leave() {}
  func close() {}
  func escape() -> Bool { false }
  func stop() -> Bool { false }
  func refresh() {}
  var prompt: (any LinePrompt)? { filterEditor }
  var list: (any MovableList)? { nil }
  var columns: (any WideList)? { nil }
  var filterEditor: FilterEditor? { nil }
  var sortable: (any SortableList)? { nil }
  var riskyScoped: (any RiskyScopedList)? { nil }
  var tenants: TenantsModel? { nil }
  var signIns: SignInListModel? { nil }
  var signIn: SignInModel? { nil }
  var tenant: TenantModel? { nil }
  var choice: ChoiceModel? { nil }
  var lookBack: LookBackModel? { nil }
  var addresses: AddressesModel? { nil }
  var view: (any SignInView)? { nil }
  var map: MapModel? { nil }
  var copyableRows: (any CopyableRowList)? { nil }
}

/// What the movement commands move.
@MainActor
protocol MovableList: AnyObject {
  func move(_ movement: ListMovement)
  /// Selects the row at a place, counted from 0.
  func select(_ place: Int)
}

/// A list with more columns than may fit.
@MainActor
protocol WideList: AnyObject {
  /// Scrolls columns out to the left, or in again.
  func moveColumns(by count: Int)
}

/// A list whose order the user can choose.
@MainActor
public protocol SortableList: AnyObject, Sendable {
  /// The orders to choose from.
  func sortMenu() -> ChoiceModel
  func reverseSort() -> Step
}

/// A list that can leave out what is not risky.
@MainActor
protocol RiskyScopedList: AnyObject {
  /// Changes between all and the risky ones.
  func toggleScope() -> Step
}
