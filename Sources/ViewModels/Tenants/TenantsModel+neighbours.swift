import Elements

/// Going from an open tenant to the next one of the list.
extension TenantsModel {
  /// The tenant before (-1) or behind (1) another one among the rows shown.
  func neighbour(of tenant: TenantReference, _ direction: Int) -> TenantRow? {
    guard let index = rows.firstIndex(where: { $0.reference == tenant }) else {
      return direction > 0 ? rows.first { $0.tenant != nil } : nil
    }
    let others = direction > 0 ? Array(rows[(index + 1)...]) : rows[..<index].reversed()
    return others.first { $0.tenant != nil }
  }

  /// Why there is no next (1) or previous (-1) tenant to go to.
  func wordsForNoNeighbour(_ direction: Int) -> Wording {
    if rowCount == 0 { return "the list of tenants has not been read yet: \(.back) goes there" }
    let place = direction > 0 ? "last" : "first"
    return filter.isEmpty && !isRiskyOnly
      ? "this is the \(place) tenant" : "this is the \(place) tenant that the filter leaves"
  }
}
