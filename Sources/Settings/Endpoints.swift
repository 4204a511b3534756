import ElementsHTTP

/// Where the API and the identity server are: the environment's or own addresses, whichever has the higher priority.
struct Endpoints {
  let api: EndpointURL
  let token: EndpointURL
  /// The environment's name, or the API's host.
  let name: String

  init(_ settings: SettingsInForce) throws(SettingsError) {
    let environment = settings.text(.environment).flatMap(ElementsEnvironment.init) ?? .commercial
    guard let source = Self.ownSource(settings) else {
      api = environment.apiURL
      token = environment.tokenURL
      name = environment.rawValue
      return
    }
    let missing = [Setting.apiURL, .tokenURL].first { settings.source(of: $0) != source }
    guard missing == nil, let api = settings.text(.apiURL), let token = settings.text(.tokenURL) else {
      throw Self.halfAnAddress(settings, missing: missing ?? .tokenURL, in: source)
    }
    do throws(ConfigurationError) {
      self.api = try EndpointURL(api, for: .apiURL)
      self.token = try EndpointURL(token, for: .tokenURL)
    } catch {
      throw error.settingsError(settings)
    }
    name = self.api.host
  }

  /// Where own addresses come from; nil where there are none, or an environment has a higher priority. At the same
  /// priority own addresses count.
  static func ownSource(_ settings: SettingsInForce) -> SettingsInForce.Source? {
    let own = [Setting.apiURL, .tokenURL].compactMap { settings.source(of: $0) }.min()
    guard let own, let environment = settings.source(of: .environment), environment < own else { return own }
    return nil
  }

  private static func halfAnAddress(
    _ settings: SettingsInForce, missing: Setting, in source: SettingsInForce.Source
  ) -> SettingsError {
    let given: Setting = missing == .apiURL ? .tokenURL : .apiURL
    // The missing one is looked for where the other stands.
    let name = source == .environment ? missing.variable : source == .flags ? missing.flag : nil
    return SettingsError(
      """
      \(settings.place(of: given)) is set without \(name ?? missing.name): set both in the same place, \
      so that no secret is sent to the wrong server
      """)
  }
}
