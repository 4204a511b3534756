import Elements
import NIOSSL
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct TransportSecurityTests {
  @Test func aCertificateThatNobodyVouchesForIsNotTrusted() async throws {
    let found = try await failure(caFile: nil)
    #expect(found == .unreachable(host: "localhost", cause: "TLS: certificate not trusted"))
  }

  @Test func aCertificateOfTheGivenFileIsTrusted() async throws {
    try await TestCertificate.withFile { file in
      let found = try await failure(caFile: file)
      #expect(found == nil)
    }
  }

  @Test func aCertificateForAnotherHostIsNotTrusted() async throws {
    try await TestCertificate.withFile { file in
      let found = try await failure(caFile: file, host: "127.0.0.1")
      #expect(found == .unreachable(host: "127.0.0.1", cause: "TLS: the certificate is for another host"))
    }
  }

  @Test func aCertificateThatHasExpiredIsNotTrusted() async throws {
    let tls = try TestCertificate.serverContext("expired-server.pem")
    let found = try await failure(caFile: CertificateFile.path("expired-server.pem"), tls: tls)
    #expect(found == .unreachable(host: "localhost", cause: "TLS: certificate not trusted"))
  }

  @Test(arguments: [TLSVersion.tlsv1, .tlsv11])
  func aServerOfAnOldTLSIsNotSpokenTo(newest: TLSVersion) async throws {
    let tls = try TestCertificate.serverContext("server.pem", newest: newest)
    let found = try await failure(caFile: CertificateFile.path("server.pem"), tls: tls)
    #expect(found == .unreachable(host: "localhost", cause: "TLS: the server offers nothing newer than 1.1"))
  }

  @Test(arguments: [TLSVersion.tlsv12, .tlsv13])
  func aServerOfTLS12OrNewerIsSpokenTo(newest: TLSVersion) async throws {
    let tls = try TestCertificate.serverContext("server.pem", newest: newest)
    #expect(try await failure(caFile: CertificateFile.path("server.pem"), tls: tls) == nil)
  }

  @Test func aServerWithoutTLSIsNamedAsSuch() async throws {
    try await ScriptedServer.run { _ in
      .token()
    } use: { server in
      let configuration = try ElementsConfiguration.testing("https://127.0.0.1:\(server.port)")
      let found = try await withClient(of: configuration) { client in
        await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
      }
      #expect(found == .unreachable(host: "127.0.0.1", cause: "TLS: the server does not speak TLS"))
      #expect(server.requests.value.isEmpty)
    }
  }

  /// How a call ends, which is sent to the server only where that succeeds.
  private func failure(
    caFile: String?, host: String = "localhost", tls: NIOSSLContext? = nil
  ) async throws -> ElementsError.Reason? {
    let tls = try tls ?? TestCertificate.serverContext()
    return try await ScriptedServer.run(tls: tls) { request in
      request.path == "/connect/token" ? .token() : .json(someCounts)
    } use: { server in
      let configuration = try ElementsConfiguration.testing("https://\(host):\(server.port)", caFile: caFile)
      let found = try await withClient(of: configuration) { client in
        await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
      }
      #expect(server.requests.value.isEmpty == (found != nil))
      return found
    }
  }
}
