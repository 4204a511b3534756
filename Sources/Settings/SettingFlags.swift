/// Settings as the command line gives them. Secrets never stand there.
public struct SettingFlags: Sendable {
  /// Of the configuration file.
  let profile: String?
  let values: [Setting: String]

  public init(profile: String?, values: [Setting: String]) {
    self.profile = profile
    self.values = values
  }
}
