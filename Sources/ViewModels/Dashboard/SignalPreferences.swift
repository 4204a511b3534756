import SignInAnalysis

/// What the configuration says about signals.
public struct SignalPreferences: Sendable {
  public static let none = SignalPreferences()

  public let settings: SignalSettings
  public let networks: LabelledNetworks

  public init(settings: SignalSettings = SignalSettings(), networks: LabelledNetworks = LabelledNetworks()) {
    self.settings = settings
    self.networks = networks
  }
}
