import ElementsSandbox
import Foundation
import Testing

/// An app registration without the customers scope.
struct ListedTenantsTests {
  private func withProfile(_ use: (RunningSandbox, OwnConfiguration) async throws -> Void) async throws {
    var limited = SandboxConfiguration.onWednesday(signIns: 30)
    limited.scopes = ["elements.um.user.read.all"]
    try await withSandbox(limited) { sandbox in
      try await withConfiguration(try sandbox.configurationThatLists()) { try await use(sandbox, $0) }
    }
  }

  @Test func `Commands go by the names that the profile lists, and say what is missing`() async throws {
    try await withProfile { _, configuration in
      for tenants in [["--tenant", "contoso.example"], ["--all"]] {
        let finished = try await configuration.run(["signins"] + tenants)
        #expect(finished.status == 0)
        #expect(finished.output.split(separator: "\n").count == 30 && finished.output.contains("My Contoso"))
      }
      let actions = try await configuration.run(["actions", "--all"])
      #expect(actions.status == 0 && actions.output.contains("contoso.example"))
      #expect(
        actions.errors.contains("not granted (403)") && actions.errors.contains("the tenants that the profile lists"))
    }
  }

  @Test func `By both ids nothing is missing`() async throws {
    try await withProfile { sandbox, _ in
      let reference = try sandbox.contoso.reference
      let finished = try await Subprocess.run(
        Program.executable, ["signins", "--customer", reference.customerID, "--tenant", reference.tenantID],
        environment: Program.plainEnvironment.merging(sandbox.dashboard().environment) { $1 })
      #expect(finished.status == 0 && finished.output.split(separator: "\n").count == 30 && finished.errors == "")
    }
  }

  @Test func `Without a list the commands name the permission that is missing`() async throws {
    try await withProfile { sandbox, _ in
      let finished = try await Subprocess.run(
        Program.executable, ["actions", "--all"],
        environment: Program.plainEnvironment.merging(sandbox.dashboard().environment) { $1 })
      #expect(finished.status == 77 && finished.output == "")
      #expect(finished.errors.contains("elements.customers.read.all"))
    }
  }

  @Test func `The dashboard shows the listed tenants, and says why no others`() async throws {
    try await withProfile { _, configuration in
      try await withTerminal(Program(arguments: [], environment: configuration.environment)) { terminal in
        try await terminal.waitFor("the listed tenant and its counts") { screen in
          screen.rows.contains { $0.contains("My Contoso") && $0.contains(/\d+ of \d+/) }
        }
        try await terminal.waitFor("listing customers is not granted (403)")
        try await terminal.press("Enter")
        try await terminal.waitFor("30 read")
      }
    }
  }
}
