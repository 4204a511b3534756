import SignInAnalysis

extension SignInListModel {
  /// Goes to the row with the strongest signal that counts; from there to the next strongest, and at the end to the
  /// first again. A filter and an order stay in force; without them the row is shown in the list that has it.
  @discardableResult
  func goToNextSignal() -> Step {
    guard let tenant = homeTenant else {
      messages.post(.note, "this is about one tenant; here the filter severity:high leaves the strongest signals")
      return .stay
    }
    let ranked = (context.signals.table.tenants[tenant]?.strongestRows ?? []).map { FleetRow(tenant: tenant, row: $0) }
    let rows = narrowedCoverage == nil ? ranked : ranked.filter { place(of: $0) != nil }
    guard let next = next(in: rows) else {
      messages.post(.note, "no signal that counts \(narrowedCoverage == nil ? "in what is read" : "in this list")")
      return .stay
    }
    signalled = next.row
    if narrowedCoverage == nil { reveal(next.row) } else if let place = place(of: next.row) { selectFound(place) }
    messages.post(.note, "signal \(next.rank.grouped) of \(rows.count.grouped), by severity and time")
    return .stay
  }

  /// The first that is not selected; of the row that was gone to last, the one behind it.
  private func next(in rows: [FleetRow]) -> (row: FleetRow, rank: Int)? {
    let last = signalled == selectedRow ? rows.firstIndex { $0 == signalled } : nil
    let start = last.map { $0 + 1 } ?? (rows.first == selectedRow ? 1 : 0)
    let index = start < rows.count ? start : 0
    return rows.indices.contains(index) ? (rows[index], index + 1) : nil
  }
}
