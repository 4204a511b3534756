import ArgumentParser
import CommandLine
import Elements
import ElementsHTTP
import Screens
import Settings
import ViewModels

/// The dashboard on a real account.
struct DashboardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "The dashboard; what risktop does without a subcommand.")

  @Option(
    help: ArgumentHelp("Open this tenant: its id, its name, or a unique part of the name.", valueName: "id|name"),
    completion: .tenantNames)
  var tenant: String?

  @Option(
    help: ArgumentHelp("Its customer, if the tenant's name is not unique.", valueName: "id|name"),
    completion: .customerNames)
  var customer: String?

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  func validate() throws {
    guard customer == nil || tenant != nil else { throw ValidationError("--customer needs --tenant.") }
    guard customer?.isEmpty != true, tenant?.isEmpty != true else {
      throw ValidationError("--tenant and --customer can't be empty: give an id or a name.")
    }
  }

  @MainActor
  func run() async throws {
    do throws(Complaint) {
      let account = try await open()
      let opening = try await opening(account)
      let session = try DashboardSession(
        source: account.name, preferences: TenantPreferences(account), opening: opening,
        isLocalTime: account.settings.text(.timeZone) == "local", keymap: try Keymap(account.settings),
        mouse: account.settings.flag(.mouse), signals: try signals(account.settings),
        handOver: try handOver(account.settings)
      ) { onGateChange in
        LiveElements(configuration: account.configuration, log: account.log, onGateChange: onGateChange).client
          .keepingNames(in: account.names)
      }
      await session.run()
    } catch {
      throw error.report()
    }
  }

  private func handOver(_ settings: SettingsInForce) throws(Complaint) -> HandOverOptions {
    do throws(SettingsError) {
      return try HandOverOptions(settings)
    } catch {
      throw Complaint(error)
    }
  }

  /// The tenant that the flags name. Only a name has to be looked up among the customers.
  private func opening(_ account: Account) async throws(Complaint) -> TenantIdentity? {
    guard let tenant else { return nil }
    let query = TenantQuery(tenant: tenant, customer: customer)
    if let reference = query.reference { return TenantIdentity(reference: reference) }
    let live = LiveElements(configuration: account.configuration, log: account.log)
    let console = Console.standardError()
    console.show(progress: "looking for the tenant")
    let session = CommandSession(
      client: live.client, listed: account.listed, console: console, output: StandardOutput())
    let found: Result<TenantIdentity, Ending>
    do throws(Ending) {
      found = .success(try await session.tenant(query))
    } catch {
      found = .failure(error)
    }
    console.hideProgress()
    await live.shutdown()
    switch found {
    case .success(let identity): return identity
    case .failure(.complaint(let complaint)): throw complaint
    // The dashboard, which writes to the terminal, says that it is gone.
    case .failure(.outputClosed): return nil
    }
  }

  private func signals(_ settings: SettingsInForce) throws(Complaint) -> SignalPreferences {
    do throws(SettingsError) {
      return try SignalPreferences(settings)
    } catch {
      throw Complaint(error)
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
