/// Where the configuration file is looked for, after the XDG Base Directory Specification.
public enum ConfigurationPath {
  /// `$XDG_CONFIG_HOME/risktop/config.toml`, else `~/.config/risktop/config.toml`; nil where there is no home.
  public static func file(_ environment: EnvironmentVariables) -> String? {
    directory(environment).map { $0 + "/config.toml" }
  }

  static func directory(_ environment: EnvironmentVariables) -> String? {
    // The specification says to ignore a relative path.
    if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return base + "/risktop" }
    return environment["HOME"].map { $0 + "/.config/risktop" }
  }

  /// A path with the home directory in place of `~/`.
  static func expanded(_ path: String, _ environment: EnvironmentVariables) -> String {
    guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
