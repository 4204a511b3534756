import Elements
import SignInAnalysis

/// What stands in `config.toml`.
public struct ConfigurationFile: Hashable, Sendable {
  typealias Values = [Setting: SettingValue]

  public let path: String
  /// The profile that is used where none is named.
  let defaultProfile: String?
  /// What holds for all profiles that do not say otherwise.
  let general: Values
  /// Other keys for commands, by their names, for all profiles.
  let generalKeys: [String: [String]]
  /// Thresholds of signals, and labelled networks, for all profiles.
  let generalSignals: [SignalThreshold]
  let generalNetworks: [LabelledNetwork]
  /// By name.
  let profiles: [Profile]

  public struct Profile: Hashable, Sendable {
    public let name: String
    let values: Values
    /// Other keys for commands, by their names.
    let keys: [String: [String]]
    /// Thresholds of signals, which overrule those for all profiles.
    let signals: [SignalThreshold]
    let networks: [LabelledNetwork]
    /// Tenants for an app registration that may not list customers.
    public let customers: [Customer]
    /// What is said about single tenants.
    public let described: [DescribedTenant]
  }

  subscript(profile name: String) -> Profile? {
    profiles.first { $0.name == name }
  }
}

/// Why a configuration file can't be used. Holds facts; never a value, which may be a secret.
enum ConfigurationFileError: Error, Hashable {
  case unreadable(cause: String)
  case notUTF8
  case syntax(line: Int, column: Int, message: String)
  /// Keys are dotted, from the top of the file.
  case unknownKey(String, nearest: [String])
  case wrongValue(key: String, expected: String, found: String)
  case missingKey(String)
  case openToOthers(key: String, mode: UInt32)
  /// Whoever can change it decides where secrets are sent and which commands are run.
  case othersToWrite(mode: UInt32)
}

extension ConfigurationFileError {
  /// Which file, where in it, what is wrong, and what to do.
  func sentence(path: String) -> String {
    switch self {
    case .unreadable(let cause): "\(path) can't be read: \(cause)"
    case .notUTF8: "\(path) is not UTF-8 text"
    case .syntax(let line, let column, let message): "\(path):\(line):\(column): \(message)"
    case .unknownKey(let key, let nearest):
      "\(path): unknown setting \(key); "
        + (nearest.isEmpty ? "risktop config lists them all" : "did you mean \(nearest.joined(separator: " or "))?")
    case .wrongValue(let key, let expected, let found): "\(path): \(key) must be \(expected), but is \(found)"
    case .missingKey(let key): "\(path): \(key) is missing"
    case .openToOthers(let key, let mode):
      """
      \(path): \(key) is a secret, and others can read the file (mode \(String(mode, radix: 8))); \
      run: chmod 600 \(path)
      """
    case .othersToWrite(let mode):
      """
      others can change \(path), which says where secrets are sent \
      (mode \(String(mode, radix: 8)), or another user owns it); \
      run: chown $USER \(path) && chmod 600 \(path)
      """
    }
  }

  func settingsError(path: String) -> SettingsError {
    SettingsError(sentence(path: path))
  }
}
