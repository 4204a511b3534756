import ArgumentParser
import CommandLine
import Elements
import ElementsHTTP
import Settings
import ViewModels

/// The dashboard on a real account.
struct DashboardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "The dashboard; what risktop does without a subcommand.")

  @Option(
    help: ArgumentHelp("The id of a customer whose tenant is opened at once; goes with --tenant.", valueName: "id"))
  var customer: String?

  @Option(help: ArgumentHelp("The id of a tenant to open at once; goes with --customer.", valueName: "id"))
  var tenant: String?

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  func validate() throws {
    guard (customer == nil) == (tenant == nil) else {
      throw ValidationError("--customer and --tenant go together: a tenant is named by both ids.")
    }
    guard customer?.isEmpty != true, tenant?.isEmpty != true else {
      throw ValidationError("--customer and --tenant take ids, which are not empty.")
    }
  }

  @MainActor
  func run() async throws {
    do throws(Complaint) {
      let account = try await open()
      var opening: TenantIdentity?
      if let customer, let tenant {
        opening = TenantIdentity(reference: TenantReference(customerID: customer, tenantID: tenant))
      }
      let session = try DashboardSession(
        source: account.name, preferences: TenantPreferences(account), opening: opening,
        isLocalTime: account.settings.text(.timeZone) == "local"
      ) { onGateChange in
        LiveElements(configuration: account.configuration, log: account.log, onGateChange: onGateChange).client
      }
      await session.run()
    } catch {
      throw error.report()
    }
  }
  private func open() async throws(Complaint) -> Account {
    do throws(SettingsError) {
      return try await Account.open(account.flags, environment: .process)
    } catch {
      throw Complaint(error)
    }
  }
}
