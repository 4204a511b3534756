import ElementsHTTP

/// Finds what the account signs in with.
public struct CredentialSource: Sendable {
  /// One of the ways that the settings offer.
  public enum Way: Hashable, Sendable {
    case secret
    case secretCommand
    case certificate
  }

  private let settings: SettingsInForce

  public init(_ settings: SettingsInForce) {
    self.settings = settings
  }

  /// The way whose setting has the highest priority; at the same priority a certificate before a secret before a
  /// command.
  func credential() async throws(SettingsError) -> Credential {
    guard let way = ways.first else { throw settings.incomplete }
    return try await credential(by: way)
  }

  /// All ways that are configured, the one that is taken first.
  public var ways: [Way] {
    let all: [(way: Way, setting: Setting)] = [
      (.certificate, .certificate), (.secret, .clientSecret), (.secretCommand, .clientSecretCommand),
    ]
    let offered = all.compactMap { way, setting in settings.source(of: setting).map { (way: way, source: $0) } }
    // Sorting keeps the order of equals.
    return offered.sorted { $0.source < $1.source }.map(\.way)
  }

  public func credential(by way: Way) async throws(SettingsError) -> Credential {
    switch way {
    case .secret: .secret(Secret(settings.text(.clientSecret) ?? ""))
    case .secretCommand: .secret(Secret(try await output(of: .clientSecretCommand)))
    case .certificate: .certificate(try await certificate())
    }
  }

  private func output(of setting: Setting) async throws(SettingsError) -> String {
    try await SecretCommand(command: settings.text(setting) ?? "", place: settings.place(of: setting)).secret()
  }

  // MARK: Certificates

  /// A passphrase is looked for only where one is needed.
  private func certificate() async throws(SettingsError) -> ClientCertificate {
    do throws(ConfigurationError) {
      return try certificate(passphrase: nil)
    } catch {
      guard error.problem == .passphraseNeeded else { throw error.settingsError(settings) }
    }
    let passphrase = try await passphrase()
    do throws(ConfigurationError) {
      return try certificate(passphrase: Secret(passphrase))
    } catch {
      throw error.settingsError(settings)
    }
  }

  private func certificate(passphrase: Secret?) throws(ConfigurationError) -> ClientCertificate {
    try ClientCertificate(
      file: settings.text(.certificate) ?? "", keyFile: settings.certificateKeyFile, passphrase: passphrase)
  }

  private func passphrase() async throws(SettingsError) -> String {
    if settings.text(.passphraseCommand, besides: .certificate) != nil {
      return try await output(of: .passphraseCommand)
    }
    switch HiddenInput.ask("Passphrase of \(settings.text(.certificate) ?? ""), not shown: ") {
    case .text(let passphrase): return passphrase
    case .noTerminal:
      throw SettingsError(
        """
        \(settings.place(of: .certificate)) needs a passphrase, and there is no terminal to ask for it; \
        set certificate_passphrase_command in the profile
        """)
    case .interrupted, .ended: throw SettingsError("no passphrase was given")
    }
  }
}

extension SettingsInForce {
  /// Where the certificate's key is, if not in the certificate's own file.
  public var certificateKeyFile: String? { text(.certificateKey, besides: .certificate) }
}
