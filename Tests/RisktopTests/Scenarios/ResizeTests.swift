import ElementsSandbox
import Testing

struct ResizeTests {
  @Test func `In a window of any size the selected row stays, and the list around it is whole`() async throws {
    try await withSandbox { sandbox in
      let all = try sandbox.contoso.signIns(.all, at: 0..<200, of: 3_000)
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        try await terminal.waitFor("100 of 3,000 read")
        try await terminal.press("j", times: 50)
        let before = try await terminal.waitFor("row 51 is selected") { $0.status.contains("51 of 3,000") }
        // Under 60x12 only list and status remain.
        let windows = [
          (80, 24, 19, "risktop"), (40, 8, 6, "TIME"), (200, 50, 45, "risktop"), (60, 12, 7, "risktop"),
          (59, 12, 10, "TIME"), (120, 40, 35, "risktop"),
        ]
        for (columns, rows, height, header) in windows {
          try await terminal.resize(columns: columns, rows: rows)
          try await terminal.waitFor("\(height) sign-ins at \(columns)x\(rows)") { screen in
            screen.rows.count == rows && screen.times.count == height && isRun(screen.times, of: all)
              && screen.selected.contains(all[50].shownTime) && screen.status.contains("51 of 3,000")
              && screen.header.contains(header)
          }
        }
        try await terminal.waitFor("the first size again") { screen in
          screen.header == before.header && screen.status == before.status
        }
      }
    }
  }

  private func isRun(_ times: [String], of signIns: [SyntheticSignIn]) -> Bool {
    let all = signIns.map(\.shownTime)
    guard let start = times.first.flatMap(all.firstIndex) else { return false }
    return Array(all[start...].prefix(times.count)) == times
  }

  @Test(arguments: [(1, 1), (2, 3), (300, 2)])
  func `A window of next to nothing does no harm`(columns: Int, rows: Int) async throws {
    try await withTerminal { terminal in
      let before = try await terminal.waitForTenants()
      for (key, place) in [("Enter", " read"), ("Enter", "─ Sign-in"), ("?", "─ Keys")] {
        try await terminal.resize(columns: columns, rows: rows)
        try await terminal.waitFor("the small window is drawn") { $0.rows.count == rows }
        try await terminal.press(key)
        try await terminal.resize(columns: 120, rows: 40)
        try await terminal.waitFor("the large window is drawn") {
          $0.rows.count == 40 && $0.contains("risktop") && $0.contains(place) && !$0.times.isEmpty
        }
      }
      // Help lies over the details, and these over the tenant.
      for key in ["?", "q", "q"] { try await terminal.press(key) }
      try await terminal.waitFor("the tenants again") { $0.header == before.header }
    }
  }
}
