import Testing

extension Terminal {
  /// Waits until every tenant's risky sign-ins were looked at, so that the order is that of the worst first.
  @discardableResult
  func waitForTenants() async throws -> Screen {
    try await waitFor("the risky sign-ins of all tenants") { screen in
      // The cursor rests on the selected row only when all is drawn.
      screen.contains(#/risky read (\d+) of \1\b/#) && screen.selected.hasSuffix("◂")
    }
  }
}
