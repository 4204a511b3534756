import ElementsHTTP

/// What a first configuration needs to know.
public struct FirstAnswers: Hashable {
  /// The names that an environment may have.
  public static let environments = ElementsEnvironment.allCases.map(\.rawValue)

  let profile: String
  let environment: String
  let clientID: String
  let certificate: String?
  /// Empty where a command or a certificate takes its place.
  let secret: String

  public var hasCredential: Bool { certificate != nil || !secret.isEmpty }

  public init(profile: String, environment: String, clientID: String, certificate: String?, secret: String) {
    self.profile = profile
    self.environment = environment
    self.clientID = clientID
    self.certificate = certificate
    self.secret = secret
  }
}
