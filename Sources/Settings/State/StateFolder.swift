/// Where the program keeps what the user has done in it, after the XDG Base Directory Specification.
public enum StateFolder {
  /// `$XDG_STATE_HOME/risktop`, else `~/.local/state/risktop`; nil where there is no home.
  static func path(_ environment: EnvironmentVariables) -> String? {
    // The specification says to ignore a relative path.
    if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") { return base + "/risktop" }
    return environment["HOME"].map { $0 + "/.local/state/risktop" }
  }
}
