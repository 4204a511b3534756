import ArgumentParser
import CommandLine
import SafeText
import Screens
import Settings

/// What is in force, and where it came from.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the settings in force and where each came from; no secret is shown.",
    discussion: """
      Highest priority first: flags, the environment, the profile, the top of the
      file, the default. No server is called.
      """)

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  func run() throws {
    do throws(Ending) {
      try StandardOutput().write(lines: try lines().map { sanitized($0) })
    } catch {
      let status = Console.standardError().report(error)
      if status != .done { throw status.exitCode }
    }
  }

  private func lines() throws(Ending) -> [String] {
    let settings: SettingsInForce
    do throws(SettingsError) {
      settings = try SettingsInForce(account.flags, environment: .process)
      _ = try settings.ticketText
    } catch {
      throw Ending(error)
    }
    do throws(Complaint) {
      _ = try Keymap(settings)
    } catch {
      throw .complaint(error)
    }
    return SettingsListing(settings).lines
  }
}
