import SignInAnalysis

/// Which profile of the configuration file is used.
struct ProfileChoice {
  /// By `--profile` or `RISKTOP_PROFILE`.
  let named: String?
  /// The account does not come from the file: without a default profile none is used.
  let isOptional: Bool

  func profile(
    of file: ConfigurationFile?, _ environment: EnvironmentVariables
  ) throws(SettingsError) -> ConfigurationFile.Profile? {
    if let name = named ?? file?.defaultProfile { return try profile(name, of: file, environment) }
    guard let file, !file.profiles.isEmpty else { return nil }
    if file.profiles.count == 1, !isOptional { return file.profiles.first }
    if isOptional { return nil }
    let names = file.profiles.map(\.name)
    throw SettingsError(
      """
      \(file.path) has several profiles (\(names.joined(separator: ", "))), and none is selected.
      Select one with --profile NAME or RISKTOP_PROFILE,
      or add this line at the top of the file: profile = "\(names[0])"
      """)
  }

  private func profile(
    _ name: String, of file: ConfigurationFile?, _ environment: EnvironmentVariables
  ) throws(SettingsError) -> ConfigurationFile.Profile {
    if let profile = file?[profile: name] { return profile }
    guard let file else {
      let path = ConfigurationPath.file(environment) ?? "~/.config/risktop/config.toml"
      throw SettingsError(
        "no profile \"\(name)\": \(path) does not exist; create it with: risktop init --profile \(name)"
      )
    }
    let names = file.profiles.map(\.name)
    let known = names.isEmpty ? "no profiles" : "the profiles \(names.joined(separator: ", "))"
    throw SettingsError("no profile \"\(name)\": \(file.path) has \(known)" + NearestName.hint(name, names))
  }
}
