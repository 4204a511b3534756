import SignInAnalysis

extension SignInListModel: SortableList, RiskyScopedList {
  public func sortMenu() -> ChoiceModel { ChoiceModel(sorting: self) }
}

extension SignInListModel: FilteredList {
  var filterFields: FilterList { hasTenants ? .signInsOfAllTenants : .signIns }
  var seenValues: SeenValues { SeenValues(list.list.snapshot).adding(context.networks.names, to: .net) }
}
