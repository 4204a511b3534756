import ElementsSandbox
import Foundation
import Testing

/// Sign-in by certificate, from the program's settings to the sandbox that verifies it.
struct CertificateTests {
  private static let passphrase = "open-sesame"

  /// The public test keys of the client's own tests.
  private static func file(_ name: String) -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("ElementsHTTPTests/Certificates/\(name)").path
  }

  /// A sandbox that knows `cert.pem`, and no secret that anybody here knows.
  private func withRegisteredCertificate(_ use: (RunningSandbox) async throws -> Void) async throws {
    var configuration = SandboxConfiguration.onWednesday(signIns: 10)
    configuration.certificate = try RegisteredCertificate(
      pem: String(contentsOfFile: Self.file("cert.pem"), encoding: .utf8))
    configuration.clientSecret = UUID().uuidString
    try await withSandbox(configuration, use)
  }

  private func environment(_ sandbox: RunningSandbox, certificate: String, key: String? = nil) -> [String: String] {
    var environment = sandbox.dashboard().environment
    environment["RISKTOP_CLIENT_SECRET"] = nil
    environment["RISKTOP_CERTIFICATE"] = Self.file(certificate)
    environment["RISKTOP_CERTIFICATE_KEY"] = key.map(Self.file)
    return environment
  }

  private func run(_ arguments: [String], _ environment: [String: String]) async throws -> Finished {
    try await Subprocess.run(
      Program.executable, arguments, environment: Program.plainEnvironment.merging(environment) { $1 })
  }

  @Test func `A certificate with its key in another file, or in a bundle, signs in`() async throws {
    try await withRegisteredCertificate { sandbox in
      for (certificate, key) in [("cert.pem", "key-pkcs8.pem"), ("chain-with-key.pem", nil), ("open.pfx", nil)] {
        let finished = try await run(["tenants"], environment(sandbox, certificate: certificate, key: key))
        #expect(finished.status == 0 && finished.output.contains("contoso.onmicrosoft.com"), "\(certificate)")
      }
    }
  }

  @Test func `Another's certificate is refused`() async throws {
    try await withRegisteredCertificate { sandbox in
      let finished = try await run(
        ["tenants"], environment(sandbox, certificate: "another-cert.pem", key: "key-of-another.pem"))
      #expect(finished.status == 77 && finished.errors.contains("invalid_client"))
    }
  }

  @Test func `A passphrase comes from a command, and a wrong one is told as such`() async throws {
    try await withRegisteredCertificate { sandbox in
      for (passphrase, status) in [(Self.passphrase, 0), ("wrong-sesame", 78)] as [(String, Int32)] {
        let profile = """
          [profiles.a]
          \(sandbox.profile(secret: "certificate = \"\(Self.file("modern.pfx"))\""))
          certificate_passphrase_command = "echo \(passphrase)"
          """
        try await withConfiguration(profile) { configuration in
          let finished = try await configuration.run(["tenants"])
          #expect(finished.status == status && !finished.errors.contains(passphrase))
          #expect(status == 0 || finished.errors.contains("profiles.a.certificate can't be used"))
        }
      }
    }
  }

  @Test func `A key of a weaker place belongs to another certificate`() async throws {
    try await withRegisteredCertificate { sandbox in
      let credential = """
        certificate = "\(Self.file("another-cert.pem"))"
        certificate_key = "\(Self.file("key-of-another.pem"))"
        """
      try await withConfiguration("[profiles.a]\n" + sandbox.profile(secret: credential)) { configuration in
        let finished = try await configuration.run(["tenants", "--certificate", Self.file("chain-with-key.pem")])
        #expect(finished.status == 0 && finished.errors == "")
      }
    }
  }

  @Test func `Without a terminal and a command nobody can be asked for a passphrase`() async throws {
    try await withRegisteredCertificate { sandbox in
      let finished = try await run(["tenants"], environment(sandbox, certificate: "modern.pfx"))
      #expect(finished.status == 78 && finished.errors.contains("certificate_passphrase_command"))
    }
  }

  @Test func `A passphrase is asked for before the screen opens, and never shown`() async throws {
    try await withRegisteredCertificate { sandbox in
      let program = Program(arguments: [], environment: environment(sandbox, certificate: "modern.pfx"))
      try await withTerminal(program) { terminal in
        let asking = try await terminal.waitFor("not shown:")
        #expect(!asking.isAlternate)
        try await terminal.type(Self.passphrase)
        try await terminal.press("Enter")
        try await terminal.waitFor("Contoso Ltd")
        try await terminal.press("q")
        try await terminal.expectLeft(with: 0)
        #expect(terminal.contents(of: "written")?.contains("sesame") == false)
      }
    }
  }

  @Test func `The doctor tries secret and certificate, and names the thumbprint`() async throws {
    try await withRegisteredCertificate { sandbox in
      var environment = environment(sandbox, certificate: "cert.pem", key: "key-pkcs8.pem")
      environment["RISKTOP_CLIENT_SECRET"] = "hunter2"
      let finished = try await run(["doctor"], environment)
      #expect(finished.output.contains("thumbprint A468910EF1F69EDF14283DAE121B3B28FC0B514E"))
      #expect(finished.output.contains(/ok +token +by certificate/))
      #expect(finished.output.contains(/failed +token +by secret: .*invalid_client/))
      #expect(finished.output.contains(/ok +sign-ins/), "the certificate counts before the secret in the same place")
      #expect(finished.status == 77)
    }
  }
}
