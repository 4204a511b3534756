import CNIOBoringSSL

/// Reads PKCS#12 (RFC 7292).
enum KeyBundle {
  enum Outcome {
    /// What it holds; a certificate is only looked for where there is a key, and is the key's own.
    case opened(PrivateKey?, KeyCertificate?)
    /// Not with this passphrase.
    case closed
    /// No bundle, or one of a kind that BoringSSL does not know.
    case unreadable
  }

  static func read(_ bytes: [UInt8], passphrase: String?) -> Outcome {
    defer { ERR_clear_error() }
    let bundle = bytes.withUnsafeBufferPointer { buffer in
      var start = buffer.baseAddress
      return d2i_PKCS12(nil, &start, buffer.count)
    }
    guard let bundle else { return .unreadable }
    defer { PKCS12_free(bundle) }
    var key: OpaquePointer?
    var certificate: OpaquePointer?
    let status =
      if let passphrase {
        passphrase.withCString { PKCS12_parse(bundle, $0, &key, &certificate, nil) }
      } else {
        PKCS12_parse(bundle, nil, &key, &certificate, nil)
      }
    defer {
      EVP_PKEY_free(key)
      X509_free(certificate)
    }
    guard status == 1 else { return isPassphraseWrong ? .closed : .unreadable }
    return .opened(key.flatMap(PrivateKey.init), certificate.flatMap(KeyCertificate.init))
  }

  private static var isPassphraseWrong: Bool {
    let error = ERR_peek_last_error()
    return ERR_GET_LIB(error) == ERR_LIB_PKCS8 && ERR_GET_REASON(error) == PKCS8_R_INCORRECT_PASSWORD
  }
}
