import Foundation
import Testing

/// A secret and a token of a test's own, and servers that send back what they were sent.
enum Secrets {
  static let secret = "hunter2-Nx+/= \u{E9}&%"
  static let token = "eyJhbGciOiJSUzI1NiJ9.tokenOfThisTest"

  /// What was secret of a request, at the beginning, where excerpts are taken from.
  static func echo(_ request: ScriptedAPI.Request) -> String {
    let lines = request.text.components(separatedBy: "\r\n")
    return (lines.filter { $0.lowercased().hasPrefix("authorization") } + [lines.last ?? "", request.text]).joined(
      separator: " ")
  }

  /// The echo as a string of JSON.
  static func quotedEcho(_ request: ScriptedAPI.Request) -> String {
    quoted(echo(request))
  }

  static func quoted(_ text: String) -> String {
    (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Expects nothing of what is secret, neither as it is nor as it is sent.
  static func expectNone(in outputs: String, _ place: SourceLocation = #_sourceLocation) {
    let sent = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret
    for secret in [secret, sent, token, "hunter2", "tokenOfThisTest"] {
      #expect(!outputs.contains(secret), sourceLocation: place)
    }
  }
}
