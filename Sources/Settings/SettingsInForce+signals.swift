import SignInAnalysis

extension SettingsInForce {
  /// The thresholds of the rules: those of the profile, else those of the top of the file, else the usual ones.
  public var signals: SignalSettings {
    var settings = SignalSettings()
    for threshold in (file?.generalSignals ?? []) + (profile?.signals ?? []) { threshold.apply(to: &settings) }
    return settings
  }

  /// Networks with labels: of the file of `networks_file`, then those of the configuration; of two labels for the same
  /// network the later one counts.
  public var networks: LabelledNetworks {
    get throws(SettingsError) {
      LabelledNetworks(try listedNetworks + (file?.generalNetworks ?? []) + (profile?.networks ?? []))
    }
  }

  private var listedNetworks: [LabelledNetwork] {
    get throws(SettingsError) {
      guard let path = text(.networksFile) else { return [] }
      let file: OpenedFile?
      do throws(OpenedFile.Failure) {
        file = try OpenedFile(path: path)
      } catch {
        throw SettingsError("\(place(of: .networksFile)): \(path) can't be read: \(error.cause)")
      }
      guard let file else { throw SettingsError("\(place(of: .networksFile)): \(path) does not exist") }
      guard let text = String(validating: file.bytes, as: UTF8.self) else {
        throw SettingsError("\(path) is not UTF-8 text")
      }
      do throws(NetworkListError) {
        return try LabelledNetwork.list(csv: text)
      } catch {
        throw SettingsError("\(path): \(error.words)")
      }
    }
  }
}
