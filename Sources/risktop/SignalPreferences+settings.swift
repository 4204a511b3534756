import Settings
import ViewModels

extension SignalPreferences {
  init(_ settings: SettingsInForce) throws(SettingsError) {
    self.init(settings: settings.signals, networks: try settings.networks)
  }
}
