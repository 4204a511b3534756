import CProcess
import Configuration
import Elements
import ElementsHTTP

/// Every setting's value. Highest priority first: flags, environment, profile, top of the file, default.
public struct SettingsInForce: Sendable {
  /// Where a value comes from, highest priority first.
  public enum Source: Int, CaseIterable, Hashable, Sendable, Comparable {
    case flags
    case environment
    case profile
    case file
    case standard

    public static func < (one: Source, other: Source) -> Bool { one.rawValue < other.rawValue }
  }

  public let environment: EnvironmentVariables
  public let file: ConfigurationFile?
  public let profile: ConfigurationFile.Profile?
  private let reader: ConfigReader
  private let layers: [Source: ConfigurationFile.Values]

  /// Reads flags, environment and file. From now on the process holds secrets, and leaves no core dump.
  public init(_ flags: SettingFlags, environment: EnvironmentVariables) throws(SettingsError) {
    _ = core_dumps_disable()
    let file = try Self.file(environment)
    let named = flags.profile ?? environment["RISKTOP_PROFILE"]
    let ownAccount = flags.values[.clientID] ?? environment["RISKTOP_CLIENT_ID"]
    try self.init(
      flags: flags.values, environment: environment, file: file,
      profile: ProfileChoice(named: named, isOptional: ownAccount != nil).profile(of: file, environment))
  }

  private init(
    flags: [Setting: String], environment: EnvironmentVariables, file: ConfigurationFile?,
    profile: ConfigurationFile.Profile?
  ) throws(SettingsError) {
    self.environment = environment
    self.file = file
    self.profile = profile
    var values: [Source: ConfigurationFile.Values] = [
      .profile: profile?.values ?? [:], .file: file?.general ?? [:], .standard: Setting.standard,
    ]
    values[.flags] = try Self.read(flags) { $0.flag ?? $0.name }
    values[.environment] = try Self.read(environment.values) { $0.variable ?? $0.name }
    layers = values
    reader = ConfigReader(
      providers: Source.allCases.map { [values] source in
        InMemoryProvider(name: "\(source)", values: values[source]?.keyed ?? [:])
      })
  }

  private static func file(_ environment: EnvironmentVariables) throws(SettingsError) -> ConfigurationFile? {
    guard let path = ConfigurationPath.file(environment) else { return nil }
    do throws(ConfigurationFileError) {
      return try ConfigurationFile.read(path: path)
    } catch {
      throw error.settingsError(path: path)
    }
  }

  private static func read(
    _ texts: [Setting: String], name: (Setting) -> String
  ) throws(SettingsError) -> ConfigurationFile.Values {
    var values: ConfigurationFile.Values = [:]
    for (setting, text) in texts {
      guard let value = setting.kind.value(of: text) else {
        throw SettingsError("\(name(setting)) must be \(setting.kind.expectation), but is \"\(text)\"")
      }
      values[setting] = value
    }
    return values
  }

  // MARK: Values

  public func text(_ setting: Setting) -> String? {
    let text = reader.string(forKey: setting.key, isSecret: setting.kind == .secret)
    return setting.kind == .path ? text.map { ConfigurationPath.expanded($0, environment) } : text
  }

  public func texts(_ setting: Setting) -> [String] {
    reader.stringArray(forKey: setting.key) ?? []
  }

  public func flag(_ setting: Setting) -> Bool {
    reader.bool(forKey: setting.key) ?? false
  }

  /// Other keys for commands, by their names: those of the profile, else those of the top of the file.
  public var keys: [String: [String]] {
    (file?.generalKeys ?? [:]).merging(profile?.keys ?? [:]) { _, ofProfile in ofProfile }
  }

  public func number(_ setting: Setting) -> Int? {
    reader.int(forKey: setting.key)
  }

  func seconds(_ setting: Setting) -> Duration? {
    number(setting).map { .seconds($0) }
  }

  /// Where the value in force comes from; nil where there is none.
  public func source(of setting: Setting) -> Source? {
    Source.allCases.first { layers[$0]?[setting] != nil }
  }

  /// A setting that belongs to another: it counts only if its place has at least the same priority.
  func text(_ setting: Setting, besides other: Setting) -> String? {
    guard let own = source(of: setting), let its = source(of: other), own <= its else { return nil }
    return text(setting)
  }

  /// What a setting is called where it stands, else where it would be looked for first: `RISKTOP_CLIENT_ID`,
  /// `profiles.msp.client_id`.
  public func place(of setting: Setting) -> String {
    switch source(of: setting) {
    case .flags: setting.flag ?? setting.name
    case .environment: setting.variable ?? setting.name
    case .profile: "profiles.\(profile?.name ?? "").\(setting.name)"
    case .file: setting.name
    case .standard: "default"
    case nil: setting.variable ?? setting.name
    }
  }
}

extension Setting {
  fileprivate var key: ConfigKey { ConfigKey(name.split(separator: ".").map(String.init)) }

  /// The defaults.
  fileprivate static var standard: ConfigurationFile.Values {
    let (gate, answers) = (GateLimits(), AnswerLimits())
    return [
      environment: .text(ElementsEnvironment.commercial.rawValue), scopes: .texts(ElementsScope.all),
      timeZone: .text("utc"), mouse: .flag(false), ticketFormat: .text("text"), requests: .number(gate.inFlight),
      requestsPerTenant: .number(gate.perTenant),
      rows: .number(Self.defaultRows), lookBackCalls: .number(Self.defaultLookBackCalls),
      tries: .number(gate.tries), throttleDeadline: .number(gate.throttleDeadline.wholeSeconds),
      connectTimeout: .number(answers.connect.wholeSeconds), idleTimeout: .number(answers.idle.wholeSeconds),
      answerTimeout: .number(answers.whole.wholeSeconds), riskyActions: .number(1),
    ]
  }
}

extension ConfigurationFile.Values {
  fileprivate var keyed: [AbsoluteConfigKey: ConfigValue] {
    reduce(into: [:]) { keyed, entry in
      keyed[AbsoluteConfigKey(entry.key.key)] = ConfigValue(
        entry.value.content, isSecret: entry.key.kind == .secret)
    }
  }
}

extension Duration {
  fileprivate var wholeSeconds: Int { Int(components.seconds) }
}

extension EnvironmentVariables {
  /// Those of settings that are set.
  fileprivate var values: [Setting: String] {
    Setting.all.reduce(into: [:]) { values, setting in
      values[setting] = setting.variable.flatMap { self[$0] }
    }
  }
}
