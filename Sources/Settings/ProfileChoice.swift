import SignInAnalysis

/// Which profile of the configuration file counts.
struct ProfileChoice {
  /// By `--profile` or `RISKTOP_PROFILE`.
  let named: String?
  /// The account stands outside of the file: where the file does not say which profile is meant, none is.
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
      \(file.path) has the profiles \(names.joined(separator: ", ")), and none is chosen.
      Choose one by --profile NAME, by RISKTOP_PROFILE, or for good by a line at the top of the file: profile = "\(names[0])"
      """)
  }

  private func profile(
    _ name: String, of file: ConfigurationFile?, _ environment: EnvironmentVariables
  ) throws(SettingsError) -> ConfigurationFile.Profile {
    if let profile = file?[profile: name] { return profile }
    guard let file else {
      let path = ConfigurationPath.file(environment) ?? "~/.config/risktop/config.toml"
      throw SettingsError(
        "there is no profile \"\(name)\": there is no file \(path); write a first one by: risktop init --profile \(name)"
      )
    }
    let names = file.profiles.map(\.name)
    let known = names.isEmpty ? "no profiles" : "the profiles \(names.joined(separator: ", "))"
    throw SettingsError("there is no profile \"\(name)\": \(file.path) has \(known)" + NearestName.hint(name, names))
  }
}
