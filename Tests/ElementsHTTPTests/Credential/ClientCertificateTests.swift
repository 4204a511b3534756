import Elements
import Foundation
import Testing

@testable import ElementsHTTP

@Suite struct ClientCertificateTests {
  @Test(
    arguments: [
      ("modern.pfx", nil, "open-sesame"), ("legacy.pfx", nil, "open-sesame"), ("chain.pfx", nil, "open-sesame"),
      ("open.pfx", nil, nil),
      ("open.pfx", nil, ""), ("umlaut.pfx", nil, "Öffne dich"), ("cert.pem", "key-pkcs8.pem", nil),
      ("cert.pem", "key-pkcs1.pem", nil), ("cert.pem", "key-encrypted-pkcs8.pem", "open-sesame"),
      ("cert.pem", "key-encrypted-pkcs1.pem", "open-sesame"), ("cert.pem", "key-umlaut.pem", "Öffne dich"),
      ("chain-with-key.pem", nil, nil), ("chain-with-key.pem", nil, "needless"),
    ] as [(String, String?, String?)])
  func everyFormGivesTheSameCertificateAndKey(file: String, keyFile: String?, passphrase: String?) throws {
    let read = try certificate(file, keyFile, passphrase)
    #expect(read.thumbprint == CertificateFile.thumbprint)
    let reference = try CertificateFile.certificate()
    #expect(read.key == reference.key)
    #expect(read.notAfter == Timestamp(iso8601: "2126-10-28T17:05:55Z"))
  }

  @Test(
    arguments: [
      ("modern.pfx", nil, nil, .passphraseNeeded), ("modern.pfx", nil, "sesame", .passphraseWrong),
      ("legacy.pfx", nil, "", .passphraseNeeded), ("open.pfx", nil, "sesame", .passphraseWrong),
      ("without-key.pfx", nil, "open-sesame", .noPrivateKey(path: path("without-key.pfx"))),
      ("without-certificate.pfx", nil, "open-sesame", .noCertificateOfKey(path: path("without-certificate.pfx"))),
      ("README.md", nil, nil, .neitherBundleNorPEM(path: path("README.md"))),
      ("none.pfx", nil, nil, .unreadableFile(path: path("none.pfx"))),
      ("cert.pem", nil, nil, .noPrivateKey(path: path("cert.pem"))),
      ("key-pkcs8.pem", nil, nil, .noCertificate(path: path("key-pkcs8.pem"))),
      ("ec.pem", nil, nil, .keyNotRSA), ("short.pem", nil, nil, .keyTooShort(bits: 1_024)),
    ] as [(String, String?, String?, ConfigurationError.Problem)])
  func aFileThatIsOfNoUseIsRefused(
    file: String, keyFile: String?, passphrase: String?, problem: ConfigurationError.Problem
  ) {
    #expect(throws: ConfigurationError(field: .certificate, problem: problem)) {
      try certificate(file, keyFile, passphrase)
    }
  }

  @Test(
    arguments: [
      ("key-encrypted-pkcs8.pem", nil, .passphraseNeeded), ("key-encrypted-pkcs1.pem", nil, .passphraseNeeded),
      ("key-encrypted-pkcs8.pem", "sesame", .passphraseWrong), ("key-encrypted-pkcs1.pem", "ß", .passphraseWrong),
      ("key-of-another.pem", nil, .keyOfAnother(path: path("key-of-another.pem"))),
      ("another-cert.pem", nil, .noPrivateKey(path: path("another-cert.pem"))),
      ("modern.pfx", nil, .neitherBundleNorPEM(path: path("modern.pfx"))),
      ("none.pem", nil, .unreadableFile(path: path("none.pem"))),
    ] as [(String, String?, ConfigurationError.Problem)])
  func aKeyFileThatIsOfNoUseIsRefused(keyFile: String, passphrase: String?, problem: ConfigurationError.Problem) {
    #expect(throws: ConfigurationError(field: .certificateKey, problem: problem)) {
      try certificate("cert.pem", keyFile, passphrase)
    }
  }

  @Test func aDamagedKeyIsNoKey() throws {
    let damaged = try CertificateFile.text("chain-with-key.pem")
      .replacing("-----BEGIN PRIVATE KEY-----", with: "-----BEGIN PRIVATE KEY-----\nAAAA")
    try withFile(Array(damaged.utf8)) { path in
      #expect(throws: ConfigurationError(field: .certificate, problem: .noPrivateKey(path: path))) {
        try ClientCertificate(file: path)
      }
    }
  }

  @Test func aBundleThatIsCutAnywhereIsRefused() throws {
    let bundle = try Data(contentsOf: URL(fileURLWithPath: CertificateFile.path("modern.pfx")))
    for length in stride(from: 0, to: bundle.count, by: 61) {
      let bytes = Array(bundle.prefix(length))
      try withFile(bytes) { path in
        #expect(throws: ConfigurationError(field: .certificate, problem: .neitherBundleNorPEM(path: path))) {
          try ClientCertificate(file: path, passphrase: CertificateFile.passphrase)
        }
      }
    }
  }

  @Test func aDirectoryAndAnEmptyPathAreNoFile() {
    #expect(throws: ConfigurationError(field: .certificate, problem: .unreadableFile(path: "/tmp"))) {
      try ClientCertificate(file: "/tmp")
    }
    #expect(throws: ConfigurationError(field: .certificate, problem: .empty)) { try ClientCertificate(file: "") }
  }

  @Test func theKeyDoesNotShowInAnyDescription() throws {
    let credential = Credential.certificate(try CertificateFile.certificate())
    var dumped = ""
    dump(credential, to: &dumped)
    let key = try CertificateFile.text("key-pkcs1.pem").split(separator: "\n").dropFirst().dropLast()
    for text in [dumped, "\(credential)", String(reflecting: credential)] {
      #expect(text.contains("(certificate \(CertificateFile.thumbprint))"))
      #expect(!key.contains { text.contains($0) })
      #expect(!text.contains("Backing"))
    }
  }

  private static func path(_ name: String) -> String { CertificateFile.path(name) }

  @discardableResult
  private func certificate(
    _ file: String, _ keyFile: String?, _ passphrase: String?
  ) throws(ConfigurationError) -> ClientCertificate {
    try ClientCertificate(
      file: Self.path(file), keyFile: keyFile.map(Self.path), passphrase: passphrase.map { Secret($0) })
  }

  private func withFile(_ bytes: [UInt8], _ use: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try use(file.path)
  }
}
