import Elements
import Foundation
import Testing

@testable import ElementsHTTP

/// A server that echoes what it was sent, in every place and form: no error, description or dump may hold it.
@Suite(.timeLimit(.minutes(10))) struct SecretsTests {
  private static let text = #"open sésame/1+"x""#
  private static let bearer = "tok.en-~+/0123456789=="

  /// A way to write a secret.
  enum Form: CaseIterable {
    case plain, percentEncoded, percentEncodedInLowerCase, formEncoded, base64, basic, escaped

    func write(_ secret: String) -> String {
      switch self {
      case .plain: return secret
      case .percentEncoded: return encodedWithUnreserved(secret)
      case .percentEncodedInLowerCase:
        return encodedWithUnreserved(secret).replacing(/%[0-9A-F]{2}/) { $0.output.lowercased() }
      case .formEncoded: return encodedWithUnreserved(secret).replacing("%20", with: "+")
      case .base64: return Data(secret.utf8).base64EncodedString()
      case .basic: return Data("me:\(secret):more".utf8).base64EncodedString()
      case .escaped: return String(jsonString(secret).dropFirst().dropLast())
      }
    }

    private func encodedWithUnreserved(_ secret: String) -> String {
      var allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
      allowed.insert(charactersIn: "-._~")
      return secret.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
  }

  /// A place for it in an answer.
  enum Place: CaseIterable {
    case message, errors, code, description, requestID, textBody, cutMessage, cutText, count

    func reply(_ echo: String) -> Reply {
      let filler = String(repeating: "#", count: 490)
      switch self {
      case .message: return body(["message": "no: \(echo)!"], status: 403)
      case .errors:
        return .json(
          #"{"errors":[{"code":"E","field":\#(jsonString(echo)),"message":\#(jsonString(echo))}]}"#, status: 400)
      case .code: return body(["error": echo], status: 400)
      case .description: return body(["error": "invalid_client", "error_description": "\(echo), \(echo)"], status: 400)
      case .requestID: return body([:], status: 400, headers: [("request-id", "id \(visible(echo))")])
      case .textBody: return .json("you sent \(echo)")
      case .cutMessage:
        return body(["message": filler + echo, "error": "e", "error_description": filler + echo], status: 403)
      case .cutText: return .json("text " + String(repeating: echo + " ", count: 2_000))
      case .count:
        return .json(
          #"{"data":[],"riskyActionCount":\#(jsonString(echo)),"metadata":{"totalCount":\#(jsonString(echo))}}"#)
      }
    }

    private func body(_ fields: [String: String], status: Int, headers: [(String, String)] = []) -> Reply {
      let pairs = fields.map { "\(jsonString($0.key)):\(jsonString($0.value))" }.sorted()
      return .json("{\(pairs.joined(separator: ","))}", status: status, headers: headers)
    }

    /// A header takes no other characters.
    private func visible(_ echo: String) -> String {
      String(echo.unicodeScalars.filter { (0x20...0x7E).contains($0.value) })
    }
  }

  @Test(arguments: Place.allCases, Form.allCases)
  func theAPIsEchoesAreHidden(place: Place, form: Form) async throws {
    let echo = form.write(Self.bearer) + " " + form.write(Self.text)
    let texts = try await texts { request in
      request.path == "/connect/token" ? .token(Self.bearer) : place.reply(echo)
    }
    expectNothing(of: [Self.bearer, Self.text], in: texts)
  }

  @Test(arguments: Place.allCases, Form.allCases)
  func theTokenEndpointsEchoesAreHidden(place: Place, form: Form) async throws {
    let texts = try await texts { _ in place.reply(form.write(Self.text)) }
    expectNothing(of: [Self.text], in: texts)
  }

  @Test(arguments: Place.allCases)
  func anEchoedAssertionIsHidden(place: Place) async throws {
    let sent = Shared("")
    let certificate = Credential.certificate(try CertificateFile.certificate())
    let texts = try await texts(certificate) { request in
      let assertion = request.body.split(separator: "&").first { $0.hasPrefix("client_assertion=") }?.dropFirst(17)
      sent.change { $0 = String(assertion ?? "") }
      return place.reply(sent.value)
    }
    #expect(sent.value.count > 300)
    expectNothing(of: [sent.value], in: texts)
  }

  @Test func aTokenThatWasReplacedIsHiddenToo() async throws {
    let issued = Shared(0)
    let texts = try await texts { request in
      if request.path == "/connect/token" { return .token("token-number-\(issued.change { $0 += 1; return $0 })") }
      if request.bearer == "Bearer token-number-1" { return .json("", status: 401) }
      return .json(#"{"message":"token-number-1 was better than token-number-2"}"#, status: 403)
    }
    #expect(texts.contains { $0.contains(Redaction.mark) })
  }

  @Test func noDumpOfWhatHoldsASecretShowsIt() async throws {
    let proxies = try ProxySettings(httpsProxy: "http://me:open%20says@proxy.test:3128", noProxy: nil)
    let configuration = try ElementsConfiguration.testing(
      "https://graph.test", proxies: proxies, credential: .secret(Secret(Self.text)))
    let live = LiveElements(configuration: configuration)
    let diagnosis = Diagnosis(configuration)
    let form = TokenForm(clientID: "me", scopes: ["s"], secret: Secret(Self.text))
    let token = AccessToken(value: Secret(Self.bearer), lifetime: .seconds(1), now: .zero)
    let request = APIRequest.customers(firstPage).outgoing(to: configuration.apiURL, bearer: token.value)
    let all: [Any] = [
      configuration, configuration.credential, live, diagnosis, form, form.request(to: configuration.tokenURL), token,
      request, proxies,
    ]
    expectNothing(of: [Self.text, Self.bearer, "open says", "me:open says"], in: all.flatMap(Self.texts))
    await live.shutdown()
    await diagnosis.shutdown()
  }

  /// All that can be made of the errors of the three calls.
  private func texts(
    _ credential: Credential = .secret(Secret(text)), _ script: @escaping ScriptedServer.Script
  ) async throws -> [String] {
    let reasons = try await ScriptedServer.run(script) { server in
      let configuration = try ElementsConfiguration.testing(server.origin, credential: credential)
      return try await withClient(of: configuration) { client in
        [
          await reason { () throws(ElementsError) in try await client.customers(firstPage, .onScreen) },
          await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) },
          await reason { () throws(ElementsError) in try await client.signIns(tenant, firstPage, .all, .onScreen) },
        ].compactMap(\.self)
      }
    }
    #expect(!reasons.isEmpty)
    return reasons.flatMap(Self.texts)
  }

  private static func texts(of value: Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    return [String(describing: value), String(reflecting: value), dumped]
  }

  private func expectNothing(of secrets: [String], in texts: [String]) {
    for secret in secrets {
      for form in Form.allCases {
        let written = form.write(secret)
        // A part of it tells too much already. What stands around it in base64 is no part of it.
        let part = form == .basic ? written.dropFirst(6).prefix(12) : written.prefix(8)
        for text in texts { #expect(!text.contains(part), "\(form) in \(text)") }
      }
    }
  }
}

private func jsonString(_ text: String) -> String {
  let bytes = (try? JSONEncoder().encode(text)) ?? Data()
  return String(decoding: bytes, as: UTF8.self)
}
