import Elements
import SafeText

/// The settings as lines of three columns.
public struct SettingsListing {
  public let lines: [String]

  public init(_ settings: SettingsInForce) {
    let notInForce: Set<Setting> = Endpoints.ownSource(settings) == nil ? [.apiURL, .tokenURL] : [.environment]
    let rows = Setting.all.map { setting in
      let isInForce = !notInForce.contains(setting)
      return (setting.name, isInForce ? settings.shown(setting) : "", isInForce ? settings.origin(of: setting) : "")
    }
    let proxies = ["HTTPS_PROXY", "NO_PROXY"].map { name in
      let place = [name, name.lowercased()].first { settings.environment[$0] != nil }
      return (name, place.flatMap { settings.environment[$0] }.map(Self.withoutPassword) ?? "", place ?? "")
    }
    lines =
      Self.heading(settings) + Self.table([("SETTING", "VALUE", "FROM")] + rows + proxies)
      + settings.keyLines + settings.tenantLines
  }

  private static func heading(_ settings: SettingsInForce) -> [String] {
    let path = ConfigurationPath.file(settings.environment) ?? "~/.config/risktop/config.toml"
    guard settings.file != nil else { return ["file     \(path) (does not exist; risktop init creates it)", ""] }
    return ["file     \(path)", "profile  \(settings.profile?.name ?? "none")", ""]
  }

  private static func table(_ rows: [(String, String, String)]) -> [String] {
    let name = (rows.map { $0.0.count }.max() ?? 0) + 2
    // A longer value moves only its own line.
    let value = 30
    return rows.map { row in
      let line = row.0.padded(to: name) + row.1.padded(to: value) + (row.1.count >= value ? "  " : "") + row.2
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The program's name; arguments and assignments may hold a secret.
  fileprivate static func programAlone(_ command: String) -> String {
    let words = command.split(whereSeparator: \.isWhitespace)
    guard let program = words.first else { return "" }
    guard program.allSatisfy({ $0.isLetter || $0.isNumber || "/._-~".contains($0) }) else { return "…" }
    return words.count > 1 ? "\(program) …" : String(program)
  }

  /// Without a user and password in an address.
  fileprivate static func withoutPassword(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@") else { return address }
    let scheme = address.firstRange(of: "://").map { String(address[..<$0.upperBound]) } ?? ""
    return scheme + "(secret)" + address[at...]
  }
}

extension SettingsInForce {
  /// Where a value comes from, in a few words.
  fileprivate func origin(of setting: Setting) -> String {
    switch source(of: setting) {
    case .flags, .environment: place(of: setting)
    case .profile: "profile \(profile?.name ?? "")"
    case .file: "top of the file"
    case .standard: "default"
    case nil: ""
    }
  }

  /// A value for people; of a secret only that there is one.
  fileprivate func shown(_ setting: Setting) -> String {
    switch setting.kind {
    case .secret: text(setting) == nil ? "" : "(secret)"
    case .texts: texts(setting).joined(separator: " ")
    case .arguments: texts(setting).first.map { texts(setting).count > 1 ? "\($0) …" : $0 } ?? ""
    case .number: number(setting).map(String.init) ?? ""
    case .flag: flag(setting) ? "true" : "false"
    case .command: text(setting).map(SettingsListing.programAlone) ?? ""
    case .text where setting == .apiURL || setting == .tokenURL:
      text(setting).map(SettingsListing.withoutPassword) ?? ""
    case .text, .path, .choice: text(setting) ?? ""
    }
  }

  fileprivate var keyLines: [String] {
    guard !keys.isEmpty else { return [] }
    let lines = keys.sorted { $0.key < $1.key }.map { command, keys in
      "  \(command.padded(to: 18))  \(keys.isEmpty ? "no key" : keys.joined(separator: " "))"
    }
    return ["", "keys, in place of the usual ones:"] + lines
  }

  fileprivate var tenantLines: [String] {
    guard let profile, !profile.customers.isEmpty else { return [] }
    let tenants = profile.customers.flatMap { customer in
      customer.tenants.map { "  \(customer.organization) › \($0.name)  (\(customer.id)/\($0.id))" }
    }
    return ["", "tenants listed in profiles.\(profile.name).tenants:"] + tenants
  }
}
