import ElementsHTTP

/// Where the API and the identity server are: an environment's, or own addresses, whichever is said in a stronger place.
struct Addresses {
  let api: EndpointURL
  let token: EndpointURL
  /// The environment's name, or the API's host.
  let name: String

  init(_ settings: SettingsInForce) throws(Complaint) {
    let (api, token) = (settings.text(.apiURL), settings.text(.tokenURL))
    let environment = settings.text(.environment).flatMap(ElementsEnvironment.init) ?? .commercial
    guard api != nil || token != nil, !Self.prefersEnvironment(settings) else {
      self.api = environment.apiURL
      self.token = environment.tokenURL
      name = environment.rawValue
      return
    }
    guard let api, let token else { throw Self.halfAnAddress(settings, hasAPI: api != nil) }
    do throws(ConfigurationError) {
      self.api = try EndpointURL(api, for: .apiURL)
      self.token = try EndpointURL(token, for: .tokenURL)
    } catch {
      throw error.complaint(settings)
    }
    name = self.api.host
  }

  /// In the same place, own addresses are meant.
  private static func prefersEnvironment(_ settings: SettingsInForce) -> Bool {
    let own = [Setting.apiURL, .tokenURL].compactMap { settings.source(of: $0) }.min()
    guard let own, let environment = settings.source(of: .environment) else { return false }
    return environment < own
  }

  private static func halfAnAddress(_ settings: SettingsInForce, hasAPI: Bool) -> Complaint {
    let (given, missing) = hasAPI ? (Setting.apiURL, Setting.tokenURL) : (.tokenURL, .apiURL)
    // The missing one is looked for where the other stands.
    let name = settings.source(of: given) == .environment ? missing.variable ?? missing.name : missing.name
    return Complaint(
      status: .configuration,
      text: """
        \(settings.place(of: given)) is set and \(name) is not: own addresses come in pairs, so that no secret goes to another's server
        """)
  }
}
