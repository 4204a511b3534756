extension ChoiceModel {
  /// The orders that the list of tenants can have.
  convenience init(sorting tenants: TenantsModel) {
    let orders = [TenantOrder.worstFirst] + TenantColumn.allCases.filter { $0 != .why }.map { TenantOrder($0) }
    let items = orders.map { order in
      Item(text: order.words) {
        tenants.sort(order)
        return .stay
      }
    }
    let selected = orders.firstIndex(of: tenants.order) ?? orders.lastIndex { $0.column == tenants.order.column }
    self.init("Sort", items, selected: selected ?? 0)
  }
}
