import Foundation
import Randomness

/// A way to write a text so that it can still be read or decoded.
enum Disguise: CaseIterable {
  case percent, percentButSlashes, percentInLowerCase, form, html, htmlNamed, json, jsonASCII
  case spaced, broken, controlled, zeroWidth, softHyphens, tags, decomposed, upper, lower
  case hex, hexWithDashes, reversed, base64, base64URL, base64InLonger, utf16Base64, utf16BigBase64

  /// In base64, case is a part of what is written: with another, nothing can be decoded.
  var keepsOnlyWithCase: Bool {
    switch self {
    case .base64, .base64URL, .base64InLonger, .utf16Base64, .utf16BigBase64: true
    default: false
    }
  }

  var changesCase: Bool { self == .upper || self == .lower }

  func write(_ text: String, _ random: inout SplitMix) -> String {
    switch self {
    case .percent: percentEncoded(text, keeping: "-._~")
    case .percentButSlashes: percentEncoded(text, keeping: "-._~/")
    case .percentInLowerCase:
      percentEncoded(text, keeping: "-._~").replacing(/%[0-9A-F]{2}/) { $0.output.lowercased() }
    case .form: percentEncoded(text, keeping: "-._~").replacing("%20", with: "+")
    case .html: text.unicodeScalars.map { "&#x\(String($0.value, radix: 16, uppercase: true));" }.joined()
    case .htmlNamed:
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        .replacing("'", with: "&#39;")
    case .json: escaped(text) { !$0.isASCII }
    case .jsonASCII: escaped(text) { _ in true }
    case .spaced: inserting([" "], into: text, &random)
    case .broken: inserting(["\n", "\r\n", "\t"], into: text, &random)
    case .controlled: inserting(["\u{1}", "\u{9B}", "\u{7F}"], into: text, &random)
    case .zeroWidth: inserting(["\u{200B}", "\u{200D}", "\u{FEFF}", "\u{2060}"], into: text, &random)
    case .softHyphens: inserting(["\u{AD}"], into: text, &random)
    case .tags: inserting(["\u{E0041}", "\u{FE0F}", "\u{34F}"], into: text, &random)
    case .decomposed: text.decomposedStringWithCanonicalMapping
    case .upper: text.uppercased()
    case .lower: text.lowercased()
    case .hex: text.utf8.map(Self.twoDigits).joined()
    case .hexWithDashes: text.utf8.map(Self.twoDigits).joined(separator: "-")
    case .reversed: String(text.reversed())
    case .base64: Data(text.utf8).base64EncodedString()
    case .base64URL:
      Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    case .base64InLonger:
      Data((String(repeating: "u", count: Int.random(in: 1...5, using: &random)) + ":\(text):more").utf8)
        .base64EncodedString()
    case .utf16Base64: Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).base64EncodedString()
    case .utf16BigBase64: Data(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).base64EncodedString()
    }
  }

  private static func twoDigits(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private func percentEncoded(_ text: String, keeping kept: String) -> String {
    text.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      let isKept = character.isASCII && (character.isLetter || character.isNumber || kept.contains(character))
      return isKept ? String(character) : "%" + Self.twoDigits(byte)
    }.joined()
  }

  private func escaped(_ text: String, _ isEscaped: (Unicode.Scalar) -> Bool) -> String {
    text.unicodeScalars.map { scalar in
      if scalar == "\"" || scalar == "\\" || scalar == "/" { return "\\\(scalar)" }
      guard isEscaped(scalar) else { return String(scalar) }
      return String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }.joined()
  }

  /// One of them between any two scalars, or almost.
  private func inserting(_ inserted: [String], into text: String, _ random: inout SplitMix) -> String {
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      written.append(scalar)
      guard random.chance(60), let another = inserted.randomElement(using: &random) else { continue }
      written.append(contentsOf: another.unicodeScalars)
    }
    return String(written)
  }
}
