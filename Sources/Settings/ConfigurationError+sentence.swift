import ElementsHTTP

extension ConfigurationError {
  /// What is wrong with which setting, where that stands, and what it should be.
  func sentence(_ settings: SettingsInForce) -> String {
    "\(field.setting.map(settings.place) ?? "HTTPS_PROXY") can't be used: \(problem.words(of: field))"
  }

  func settingsError(_ settings: SettingsInForce) -> SettingsError {
    SettingsError(sentence(settings))
  }
}

extension ConfigurationError.Field {
  /// Nil for the proxy, which other programs share.
  fileprivate var setting: Setting? {
    switch self {
    case .apiURL: .apiURL
    case .tokenURL: .tokenURL
    case .clientID: .clientID
    case .clientSecret: .clientSecret
    case .certificate: .certificate
    case .certificateKey: .certificateKey
    case .scopes: .scopes
    case .caFile: .caFile
    case .proxy: nil
    }
  }
}

extension ConfigurationError.Problem {
  fileprivate func words(of field: ConfigurationError.Field) -> String {
    switch self {
    case .empty: "it is empty"
    case .notAURL: "it is not an address such as \(field == .proxy ? "http://host:port" : "https://host/path")"
    case .unsupportedScheme(let scheme):
      "it starts with \"\(scheme)\", where \(field == .proxy ? "http or socks5" : "https") is expected"
    case .plainHTTP(let host):
      "plain http to \(host) would send secrets in the open; use https (http is allowed for this machine only)"
    case .holdsCredentials: "an address may not contain a user name or a password"
    case .holdsQuery: "an address may not contain ? or #"
    case .tooLong(let limit): "it is longer than the \(limit) characters that the identity server takes"
    case .unreadableFile(let path): "\(path) does not exist, is not a regular file, or can't be read"
    case .noCertificate(let path): "\(path) contains no certificate in PEM form (-----BEGIN CERTIFICATE-----)"
    case .neitherBundleNorPEM(let path): "\(path) is neither PKCS#12 (.pfx, .p12) nor PEM, or is damaged"
    case .passphraseNeeded: "it is encrypted, and no passphrase is set"
    case .passphraseWrong:
      "the passphrase is wrong, or the encryption is not supported (PBES2 and PKCS#12's own are)"
    case .noPrivateKey(let path):
      "\(path) contains no readable private RSA key; if the key is in another file, set certificate_key"
    case .noCertificateOfKey(let path): "\(path) contains a private key without its certificate"
    case .keyNotRSA: "the private key is not RSA, which the identity server needs (RS256)"
    case .keyTooShort(let bits): "the private key has \(bits) bits; RS256 needs 2048 or more"
    case .keyOfAnother(let path): "the private key in \(path) does not belong to the certificate"
    }
  }
}
