#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Takes secrets out of what a server wrote, which may echo what it was sent: as it was, percent-encoded, escaped as in
/// JSON, or in base64, also as a part of something longer.
///
/// Works on bytes, since a combining character behind a secret would make other characters of it.
struct Redaction: Sendable {
  /// Stands for a secret.
  private static let mark = Array("…".utf8)
  /// Fewer bytes protect nothing, and are in every other word.
  private static let shortestSecret = 4
  /// Of a secret at the end of a text that was cut, fewer bytes are let be: they tell little, and are in many words.
  private static let shortestRest = 4
  /// Base64 is looked for from this length on, below which it might be anything.
  private static let shortestBase64 = 8

  private let forms: [[UInt8]]

  init(_ secrets: [Secret]) {
    let all = Set(secrets.filter { $0.text.utf8.count >= Self.shortestSecret }.flatMap { Self.forms(of: $0.text) })
    forms = all.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }

  func callAsFunction(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for form in forms where bytes.contains(form) { bytes.replace(form, with: Self.mark) }
    return withoutCutSecret(String(decoding: bytes, as: UTF8.self))
  }

  /// What is left of a secret where the text was cut in its midst. A closing quotation mark stays.
  private func withoutCutSecret(_ text: String) -> String {
    let close = text.hasSuffix("”") ? "”" : text.hasSuffix("\"") ? "\"" : ""
    let bytes = Array(text.utf8.dropLast(close.utf8.count))
    let rest = forms.compactMap { Self.longestRest(of: $0, endingIn: bytes) }.max()
    guard let rest else { return text }
    return String(decoding: bytes.dropLast(rest) + Self.mark, as: UTF8.self) + close
  }

  private static func longestRest(of form: [UInt8], endingIn bytes: [UInt8]) -> Int? {
    var length = min(form.count - 1, bytes.count)
    while length >= shortestRest {
      if bytes.suffix(length) == form.prefix(length) { return length }
      length -= 1
    }
    return nil
  }

  private static func forms(of text: String) -> [String] {
    let encoded = text.percentEncoded
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    var forms = [text, escaped, escaped.replacing("/", with: "\\/")]
    for form in [encoded, encoded.withLowerCaseEscapes] { forms += [form, form.replacing("%20", with: "+")] }
    for core in (0..<3).map({ base64(of: text, behind: $0) }) where core.count >= shortestBase64 {
      forms += [core, core.replacing("+", with: "-").replacing("/", with: "_")]
    }
    return forms
  }

  /// What all base64 has in common that holds the text behind so many bytes, of which every three make four characters.
  private static func base64(of text: String, behind offset: Int) -> String {
    let bytes = Data(repeating: 0, count: offset) + Data(text.utf8)
    let touched = [0, 2, 3][offset]
    return String(bytes.base64EncodedString().prefix(bytes.count * 8 / 6).dropFirst(touched))
  }
}

extension String {
  /// `%2F` as `%2f`.
  fileprivate var withLowerCaseEscapes: String {
    let parts = split(separator: "%", omittingEmptySubsequences: false)
    let rest = parts.dropFirst().map { "%" + $0.prefix(2).lowercased() + $0.dropFirst(2) }
    return (parts.first.map(String.init) ?? "") + rest.joined()
  }
}
