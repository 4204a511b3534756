import SignInAnalysis

extension TenantsModel: PlaceModel {
  var list: (any MovableList)? { self }
  var columns: (any WideList)? { self }
  var filterEditor: FilterEditor? { editor }
  var sortable: (any SortableList)? { self }
  var riskyScoped: (any RiskyScopedList)? { self }
  var tenants: TenantsModel? { self }
  var copyableRows: (any CopyableRowList)? { self }
}

extension TenantsModel: SortableList, RiskyScopedList {
  public func sortMenu() -> ChoiceModel { ChoiceModel(sorting: self) }

  public func reverseSort() -> Step {
    sort(order.reversed)
    return .stay
  }
}

extension TenantsModel: FilteredList {
  var filterFields: FilterList { .tenants }
  var filterText: String { filter }
  /// Figures that a filter asks for are read as soon as it is in force.
  func readOnForFilter() {}
}
