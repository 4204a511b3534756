import SignInAnalysis

extension SignInListModel: SortableList, RiskyScopedList {
  public func sortMenu() -> ChoiceModel { ChoiceModel(sorting: self) }
}

extension SignInListModel: FilteredList {
  var filterFields: FilterList { hasTenants ? .signInsOfAllTenants : .signIns }
  var seenValues: SeenValues { SeenValues(list.list.snapshot).adding(context.networks.names, to: .net) }
}

extension SignInListModel {
  /// The selected sign-in among those of its tenant.
  func openItsTenant() -> Step {
    guard hasTenants, let row = selectedRow else {
      messages.post(.note, "this is its tenant")
      return .stay
    }
    return .open(.inTenant(row))
  }

  /// All fields of the selected sign-in.
  func openDetails() -> Step {
    selected == nil ? .stay : .open(.signIn(self))
  }
}
