import Elements
import ElementsSandbox
import Foundation
import Testing

@Suite struct FaultTests {
  /// The rows of all tenants' lists at the start, as they are printed: tenant after tenant, from the newest on.
  private static func rows(_ sandbox: FaultySandbox) -> [PrintedRow] {
    sandbox.tenants.flatMap { tenant in
      tenant.signIns(.all, at: 0..<tenant.initialSignIns, of: tenant.initialSignIns).map {
        PrintedRow(id: $0.signIn.id, time: $0.signIn.loginTime)
      }
    }
  }

  @Test(arguments: ["shift:1", "repeat:0.5", "small:1", "dirty:1", "bom:1,drip:1", "shift,repeat,small,dirty,bom"])
  func `All rows of all tenants come, each once and with its time`(list: String) async throws {
    try await withFaults(try Faults(list: list)) {
      $0.dripPause = .zero
    } _: { sandbox in
      let finished = try await sandbox.run("signins", "--all")
      #expect(finished.status == 0 && finished.errors == "")
      let printed = try finished.printedRows
      let rows = Self.rows(sandbox)
      #expect(Set(printed.map(\.id)).count == printed.count)
      // What arrives before a tenant's first page is read is part of its list.
      let known = Set(rows.map(\.id))
      #expect(printed.filter { known.contains($0.id) } == rows)
      if sandbox.configuration.faults[.shift] == 0 { #expect(printed == rows) }
    }
  }

  @Test(arguments: Dialect.allCases)
  func `What a server in trouble gives at the second try is all there`(dialect: Dialect) async throws {
    try await withFaults(Faults([.badGateway: 0.05, .reset: 0.05, .cut: 0.05, .expire: 0.05])) {
      $0.dialect = dialect
      $0.faultSeed = 3
    } _: { sandbox in
      let finished = try await sandbox.run("signins", "--all")
      #expect(finished.status == 0 && finished.errors == "")
      #expect(try finished.printedRows == Self.rows(sandbox))
    }
  }

  @Test func `Rows that can't be read are named with their tenant, and all others come`() async throws {
    try await withFaults(Faults([.unreadable: 0.01])) { sandbox in
      let finished = try await sandbox.run("signins", "--all")
      let struck = Self.rows(sandbox).filter { sandbox.configuration.strikes(.unreadable, rowID: $0.id) }
      #expect(finished.status == 75 && !struck.isEmpty)
      let readable = Self.rows(sandbox).filter { !sandbox.configuration.strikes(.unreadable, rowID: $0.id) }
      #expect(try finished.printedRows == readable)
      for tenant in sandbox.tenants {
        let rows = tenant.signIns(.all, at: 0..<250, of: 250).map(\.signIn.id)
        let count = rows.count { sandbox.configuration.strikes(.unreadable, rowID: $0) }
        guard count > 0, let first = rows.firstIndex(where: { sandbox.configuration.strikes(.unreadable, rowID: $0) })
        else { continue }
        let place = "page \(first / 100 + 1) row \(first % 100 + 1), "
        #expect(finished.errors.contains("\(tenant.tenant.name): \(count) of 250 sign-ins could not be read: \(place)"))
      }
    }
  }

  @Test(arguments: ["actions", "signins"])
  func `Tenants that are refused or unknown are named, and all others come`(command: String) async throws {
    try await withFaults(Faults([.forbidden: 0.3, .missing: 0.3]), signIns: 20, customers: 10) { sandbox in
      let finished = try await sandbox.run(command, "--all")
      #expect(finished.status == 75)
      #expect(finished.lines.count == sandbox.tenants.count * (command == "actions" ? 1 : 20))
      let errors = finished.errors.split(separator: "\n")
      #expect(errors.count == sandbox.refused.count && !errors.isEmpty && !sandbox.tenants.isEmpty)
      for tenant in sandbox.refused {
        let status = sandbox.configuration.strikes(.missing, tenant.reference) ? "(404)" : "(403)"
        #expect(errors.contains { $0.contains(" › \(tenant.tenant.name): ") && $0.contains(status) })
      }
    }
  }

  @Test(arguments: ["tenants", "actions", "signins"])
  func `An HTML page in place of the customers is no answer`(command: String) async throws {
    try await withFaults(Faults([.html: 1])) { sandbox in
      let options = command == "tenants" ? [] : ["--all"]
      let finished = try await sandbox.run([command] + options)
      #expect(finished.status == 65 && finished.output == "")
      #expect(finished.errors.contains("found an HTML page"))
    }
  }

  @Test(arguments: ["actions", "signins"])
  func `An HTML page in place of a tenant's answer is none`(command: String) async throws {
    try await withFaults(Faults([.html: 1])) { sandbox in
      let reference = try #require(sandbox.tenants.first).reference
      let finished = try await sandbox.run(
        command, "--customer", reference.customerID, "--tenant", reference.tenantID)
      #expect(finished.status == 65 && finished.output == "")
      #expect(finished.errors.contains("found an HTML page"))
    }
  }

  @Test(arguments: [
    (FaultKind.badGateway, "(502)"), (.reset, "closed the connection"), (.cut, "closed the connection"),
  ])
  func `A server that stays in trouble is unavailable`(kind: FaultKind, words: String) async throws {
    try await withFaults(Faults([kind: 1])) { sandbox in
      let finished = try await sandbox.run("tenants")
      #expect(finished.status == 69 && finished.output == "" && finished.errors.contains(words))
    }
  }

  @Test func `Without the customers' scope a tenant is read by its ids`() async throws {
    try await withFaults {
      $0.scopes = [Scope.userManagement]
    } _: { sandbox in
      let reference = try #require(sandbox.tenants.first).reference
      let finished = try await sandbox.run(
        "signins", "--customer", reference.customerID, "--tenant", reference.tenantID)
      #expect(finished.status == 0 && finished.lines.count == 250)
      #expect(try await sandbox.run("tenants").status == 77)
    }
  }
}

/// A sign-in as it was printed, as far as it must be right.
private struct PrintedRow: Hashable {
  let id: String
  let time: Timestamp?
}

extension Finished {
  fileprivate var printedRows: [PrintedRow] {
    get throws {
      try lines.map { line in
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return PrintedRow(
          id: try #require(record?["id"] as? String),
          time: (record?["loginTime"] as? String).flatMap { Timestamp(iso8601: $0) })
      }
    }
  }
}
